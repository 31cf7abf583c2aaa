/** Exact numbers, and a reader of formulas that shares no code with what writes them. */
@NullMarked
package io.millrace.generator.rule.number;

import org.jspecify.annotations.NullMarked;
