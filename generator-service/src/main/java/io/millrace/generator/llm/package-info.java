/** Language models behind an endpoint. */
@NullMarked
package io.millrace.generator.llm;

import org.jspecify.annotations.NullMarked;
