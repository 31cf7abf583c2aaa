/** Problems of mathematics that are solved several times independently, and what their answers have in common. */
@NullMarked
package io.millrace.generator.solving;

import org.jspecify.annotations.NullMarked;
