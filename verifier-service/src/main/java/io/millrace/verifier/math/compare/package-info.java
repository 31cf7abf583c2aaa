/** Whether two written answers mean the same, decided by the cheapest stage that can. */
@NullMarked
package io.millrace.verifier.math.compare;

import org.jspecify.annotations.NullMarked;
