/** Exact fractions, and the expressions that have one as their value. */
@NullMarked
package io.millrace.verifier.math.exact;

import org.jspecify.annotations.NullMarked;
