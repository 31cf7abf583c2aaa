/** The rules by which a verified record is kept, and the record that says so. */
@NullMarked
package io.millrace.evaluator.policy;

import org.jspecify.annotations.NullMarked;
