/** What a check is and what it can conclude. */
@NullMarked
package io.millrace.verifier.check;

import org.jspecify.annotations.NullMarked;
