/** What trainers report of models, and what follows from it for what is to be made. */
@NullMarked
package io.millrace.evaluator.result;

import org.jspecify.annotations.NullMarked;
