/** Where in a text its final answer stands; versioned apart from the checks that judge it. */
@NullMarked
package io.millrace.verifier.answer;

import org.jspecify.annotations.NullMarked;
