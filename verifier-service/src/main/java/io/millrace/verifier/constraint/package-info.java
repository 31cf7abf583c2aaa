/** Judges whether a reply follows instructions about its form. */
@NullMarked
package io.millrace.verifier.constraint;

import org.jspecify.annotations.NullMarked;
