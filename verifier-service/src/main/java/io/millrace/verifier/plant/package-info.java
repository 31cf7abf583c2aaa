/** Known right and wrong candidates that flow among the others, so that the verifier is tried all the time. */
@NullMarked
package io.millrace.verifier.plant;

import org.jspecify.annotations.NullMarked;
