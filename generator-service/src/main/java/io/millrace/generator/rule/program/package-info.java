/** Small programs over lists that exist twice: as Python text to show and run elsewhere, and as Java that knows what they give. */
@NullMarked
package io.millrace.generator.rule.program;

import org.jspecify.annotations.NullMarked;
