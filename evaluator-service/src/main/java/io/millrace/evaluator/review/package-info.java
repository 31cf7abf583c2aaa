/** What people are asked about, what follows from what they say, and what that shows of all the rest. */
@NullMarked
package io.millrace.evaluator.review;

import org.jspecify.annotations.NullMarked;
