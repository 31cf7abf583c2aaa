/** Lists that come with the program. */
@NullMarked
package io.millrace.verifier.resource;

import org.jspecify.annotations.NullMarked;
