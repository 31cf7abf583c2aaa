/** Plain values of Python: how they are written in tests, cross into a sandbox, come out of it and compare. */
@NullMarked
package io.millrace.verifier.code.value;

import org.jspecify.annotations.NullMarked;
