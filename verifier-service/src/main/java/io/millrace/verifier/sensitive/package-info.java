/** Finds secrets and personal data, each by what makes it a real one. */
@NullMarked
package io.millrace.verifier.sensitive;

import org.jspecify.annotations.NullMarked;
