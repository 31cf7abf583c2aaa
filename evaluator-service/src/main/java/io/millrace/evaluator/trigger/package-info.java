/** When a dataset has grown enough for a new version, and the event that says so. */
@NullMarked
package io.millrace.evaluator.trigger;

import org.jspecify.annotations.NullMarked;
