/** Judges answers that are one exact text. */
@NullMarked
package io.millrace.verifier.text;

import org.jspecify.annotations.NullMarked;
