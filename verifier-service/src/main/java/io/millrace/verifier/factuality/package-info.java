/** Judges claims by what a reference table says. */
@NullMarked
package io.millrace.verifier.factuality;

import org.jspecify.annotations.NullMarked;
