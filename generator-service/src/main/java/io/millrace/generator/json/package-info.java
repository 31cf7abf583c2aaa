/** JSON from outside. */
@NullMarked
package io.millrace.generator.json;

import org.jspecify.annotations.NullMarked;
