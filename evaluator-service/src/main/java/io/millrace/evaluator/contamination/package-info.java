/** What records share with the benchmarks that models are measured by. */
@NullMarked
package io.millrace.evaluator.contamination;

import org.jspecify.annotations.NullMarked;
