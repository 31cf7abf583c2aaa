/** Questions to tables that a teacher invents, with two queries that must give the same rows. */
@NullMarked
package io.millrace.generator.sql;

import org.jspecify.annotations.NullMarked;
