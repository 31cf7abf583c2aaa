/** Tests that a teacher writes for programs. */
@NullMarked
package io.millrace.generator.codetests;

import org.jspecify.annotations.NullMarked;
