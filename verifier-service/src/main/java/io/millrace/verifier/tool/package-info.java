/** Replays the tool calls of a candidate in a world that is data, and judges what became of it. */
@NullMarked
package io.millrace.verifier.tool;

import org.jspecify.annotations.NullMarked;
