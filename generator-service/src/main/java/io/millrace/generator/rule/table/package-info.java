/** A table, and queries that are known in words, in SQL and by what they give. */
@NullMarked
package io.millrace.generator.rule.table;

import org.jspecify.annotations.NullMarked;
