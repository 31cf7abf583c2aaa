/** What is claimed in puzzles of logic, and in which worlds it can be. */
@NullMarked
package io.millrace.generator.rule.logic;

import org.jspecify.annotations.NullMarked;
