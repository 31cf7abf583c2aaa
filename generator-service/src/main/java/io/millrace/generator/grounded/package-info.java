/** Questions about documents, and answers that quote them. */
@NullMarked
package io.millrace.generator.grounded;

import org.jspecify.annotations.NullMarked;
