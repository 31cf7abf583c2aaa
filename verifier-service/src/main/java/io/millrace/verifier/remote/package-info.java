/** Judgement by a service of somebody else's: a classifier or a reward model behind HTTP. */
@NullMarked
package io.millrace.verifier.remote;

import org.jspecify.annotations.NullMarked;
