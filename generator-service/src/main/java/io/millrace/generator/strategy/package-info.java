/** What a strategy is, what it makes, and the model it may ask. */
@NullMarked
package io.millrace.generator.strategy;

import org.jspecify.annotations.NullMarked;
