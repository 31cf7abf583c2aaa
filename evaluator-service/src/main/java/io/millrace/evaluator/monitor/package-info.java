/** What operators see of the running factory: lag, totals and the newest records. */
@NullMarked
package io.millrace.evaluator.monitor;

import org.jspecify.annotations.NullMarked;
