/** Requests in the voices of people who are drawn from a declared population. */
@NullMarked
package io.millrace.generator.persona;

import org.jspecify.annotations.NullMarked;
