/** The stage from candidates to verdicts. */
@NullMarked
package io.millrace.verifier.stream;

import org.jspecify.annotations.NullMarked;
