/**
 * Tasks that a program makes, solves and gets wrong on purpose. Each family is one file that numbers its items; everything else,
 * such as shuffling, splits, wording and refusal, is shared.
 */
@NullMarked
package io.millrace.generator.rule;

import org.jspecify.annotations.NullMarked;
