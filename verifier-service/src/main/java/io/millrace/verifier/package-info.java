/** The verifier service: its entry point, its settings, and how it is put together. */
@NullMarked
package io.millrace.verifier;

import org.jspecify.annotations.NullMarked;
