/** Candidates by asking a teacher model: the strategy and its prompts. */
@NullMarked
package io.millrace.generator.distillation;

import org.jspecify.annotations.NullMarked;
