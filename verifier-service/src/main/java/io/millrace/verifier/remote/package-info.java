/** Services of others behind HTTP: those that score conversations, and those that run programs. */
@NullMarked
package io.millrace.verifier.remote;

import org.jspecify.annotations.NullMarked;
