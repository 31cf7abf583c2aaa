/** How different from each other the records of a dataset are, over windows of one size. */
@NullMarked
package io.millrace.evaluator.diversity;

import org.jspecify.annotations.NullMarked;
