/** Small worlds that are changed by calling tools. */
@NullMarked
package io.millrace.generator.rule.tool;

import org.jspecify.annotations.NullMarked;
