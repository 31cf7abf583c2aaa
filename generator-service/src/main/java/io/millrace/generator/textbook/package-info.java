/** Lessons, worked examples and exercises along a graph of concepts that build on each other. */
@NullMarked
package io.millrace.generator.textbook;

import org.jspecify.annotations.NullMarked;
