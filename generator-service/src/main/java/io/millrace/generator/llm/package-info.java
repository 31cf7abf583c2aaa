/** Asking teacher models: what every strategy that needs one has in common. */
@NullMarked
package io.millrace.generator.llm;

import org.jspecify.annotations.NullMarked;
