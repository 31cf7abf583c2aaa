/** New instructions that grow out of given ones. */
@NullMarked
package io.millrace.generator.expansion;

import org.jspecify.annotations.NullMarked;
