/** The running topology: what the rules decide, written exactly once. */
@NullMarked
package io.millrace.evaluator.stream;

import org.jspecify.annotations.NullMarked;
