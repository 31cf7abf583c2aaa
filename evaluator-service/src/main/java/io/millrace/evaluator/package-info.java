/** The service that decides what is kept and tells what happens in the factory. */
@NullMarked
package io.millrace.evaluator;

import org.jspecify.annotations.NullMarked;
