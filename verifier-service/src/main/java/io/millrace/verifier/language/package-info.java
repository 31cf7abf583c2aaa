/** Tells which language a text is in, or that it cannot be told. */
@NullMarked
package io.millrace.verifier.language;

import org.jspecify.annotations.NullMarked;
