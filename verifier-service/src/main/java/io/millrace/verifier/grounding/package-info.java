/** Judges whether a reply rests on the documents that it answers from. */
@NullMarked
package io.millrace.verifier.grounding;

import org.jspecify.annotations.NullMarked;
