/** What a check is, what it can conclude, and how the checks of a candidate come to one verdict. */
@NullMarked
package io.millrace.verifier.check;

import org.jspecify.annotations.NullMarked;
