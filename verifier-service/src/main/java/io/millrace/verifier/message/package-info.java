/** Finds in a conversation what is to be judged. */
@NullMarked
package io.millrace.verifier.message;

import org.jspecify.annotations.NullMarked;
