/** What is held out for testing, and never made anything from. */
@NullMarked
package io.millrace.generator.holdout;

import org.jspecify.annotations.NullMarked;
