/** What a written answer says: from characters to an expression, in linear time and within bounds. */
@NullMarked
package io.millrace.verifier.math.latex;

import org.jspecify.annotations.NullMarked;
