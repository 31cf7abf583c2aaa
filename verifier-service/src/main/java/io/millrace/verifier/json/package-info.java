/** Reads JSON that others wrote, within bounds, and compares it by value. */
@NullMarked
package io.millrace.verifier.json;

import org.jspecify.annotations.NullMarked;
