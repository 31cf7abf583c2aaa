/** Judges puzzles in which any answer counts that satisfies the rules. */
@NullMarked
package io.millrace.verifier.puzzle;

import org.jspecify.annotations.NullMarked;
