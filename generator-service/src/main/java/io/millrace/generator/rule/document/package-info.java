/** Facts that belong into documents. */
@NullMarked
package io.millrace.generator.rule.document;

import org.jspecify.annotations.NullMarked;
