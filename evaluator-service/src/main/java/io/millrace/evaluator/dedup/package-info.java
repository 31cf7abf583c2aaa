/** Whether the same content was kept before. */
@NullMarked
package io.millrace.evaluator.dedup;

import org.jspecify.annotations.NullMarked;
