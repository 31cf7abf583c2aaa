/** Answers items of the rule families: as a strategy, and as an apprentice who gets some of them wrong on purpose. */
@NullMarked
package io.millrace.generator.rule;

import org.jspecify.annotations.NullMarked;
