/** Validates JSON against schemas that others wrote, within bounds and without fetching anything. */
@NullMarked
package io.millrace.verifier.schema;

import org.jspecify.annotations.NullMarked;
