/** Judges whether a request that is, or looks, unsafe was handled as its task declares. */
@NullMarked
package io.millrace.verifier.safety;

import org.jspecify.annotations.NullMarked;
