/** Recipes at work: which seeds to make next for which cell, from what has become of those before. */
@NullMarked
package io.millrace.generator.recipe;

import org.jspecify.annotations.NullMarked;
