/** The equalities between constants that a solution claims on its way. */
@NullMarked
package io.millrace.verifier.math.step;

import org.jspecify.annotations.NullMarked;
