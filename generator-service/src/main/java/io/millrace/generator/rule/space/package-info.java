/** Numbered spaces: every item has a number, and a keyed permutation decides in which order the numbers come. */
@NullMarked
package io.millrace.generator.rule.space;

import org.jspecify.annotations.NullMarked;
