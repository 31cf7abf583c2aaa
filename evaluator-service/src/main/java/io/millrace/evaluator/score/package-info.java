/** The dimensions in which a record is graded. */
@NullMarked
package io.millrace.evaluator.score;

import org.jspecify.annotations.NullMarked;
