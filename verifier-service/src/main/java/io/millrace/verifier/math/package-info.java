/** Judges answers that are numbers. */
@NullMarked
package io.millrace.verifier.math;

import org.jspecify.annotations.NullMarked;
