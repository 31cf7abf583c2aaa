/** The little of Markdown that checks have to see. */
@NullMarked
package io.millrace.verifier.markdown;

import org.jspecify.annotations.NullMarked;
