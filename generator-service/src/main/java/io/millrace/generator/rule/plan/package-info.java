/** Small worlds to plan in. */
@NullMarked
package io.millrace.generator.rule.plan;

import org.jspecify.annotations.NullMarked;
