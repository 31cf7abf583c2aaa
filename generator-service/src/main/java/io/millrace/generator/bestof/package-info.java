/** Several answers to one task, of which one is chosen. */
@NullMarked
package io.millrace.generator.bestof;

import org.jspecify.annotations.NullMarked;
