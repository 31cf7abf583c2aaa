/** How often checks are wrong, measured on answers of which it is known beforehand whether they are right. */
@NullMarked
package io.millrace.verifier.audit;

import org.jspecify.annotations.NullMarked;
