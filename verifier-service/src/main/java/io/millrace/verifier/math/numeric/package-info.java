/** The approximate value of expressions at chosen points, as precise as a comparison needs it. */
@NullMarked
package io.millrace.verifier.math.numeric;

import org.jspecify.annotations.NullMarked;
