/** Problems that a teacher invents, with answers that it finds again without knowing them. */
@NullMarked
package io.millrace.generator.selfplay;

import org.jspecify.annotations.NullMarked;
