/** Judges documents that a task asks for under a JSON schema. */
@NullMarked
package io.millrace.verifier.structured;

import org.jspecify.annotations.NullMarked;
