/** Judgement by a language model, hedged against its moods, its kin and the replies that speak to it. */
@NullMarked
package io.millrace.verifier.judge;

import org.jspecify.annotations.NullMarked;
