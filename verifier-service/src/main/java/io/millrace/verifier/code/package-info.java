/** Runs candidate programs against their tests, in processes that can harm nobody. */
@NullMarked
package io.millrace.verifier.code;

import org.jspecify.annotations.NullMarked;
