/** The generator service: its entry point, its settings, and how it is put together. */
@NullMarked
package io.millrace.generator;

import org.jspecify.annotations.NullMarked;
