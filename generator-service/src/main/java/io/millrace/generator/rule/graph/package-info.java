/** Graphs, and two algorithms for each question about them. */
@NullMarked
package io.millrace.generator.rule.graph;

import org.jspecify.annotations.NullMarked;
