/** The stage from seeds to candidates. */
@NullMarked
package io.millrace.generator.stream;

import org.jspecify.annotations.NullMarked;
