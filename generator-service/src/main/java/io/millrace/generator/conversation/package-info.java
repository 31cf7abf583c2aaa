/** Conversations between two simulated sides. */
@NullMarked
package io.millrace.generator.conversation;

import org.jspecify.annotations.NullMarked;
