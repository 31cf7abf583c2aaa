/** Documents that state drawn values, to be extracted again. */
@NullMarked
package io.millrace.generator.extraction;

import org.jspecify.annotations.NullMarked;
