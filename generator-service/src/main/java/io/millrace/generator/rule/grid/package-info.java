/** Puzzles on grids, and searches for their solutions. */
@NullMarked
package io.millrace.generator.rule.grid;

import org.jspecify.annotations.NullMarked;
