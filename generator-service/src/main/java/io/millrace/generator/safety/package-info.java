/** Requests beside and beyond the bounds of a policy, and how they are handled. */
@NullMarked
package io.millrace.generator.safety;

import org.jspecify.annotations.NullMarked;
