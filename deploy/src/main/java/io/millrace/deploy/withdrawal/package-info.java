/** Records that were kept and turned out to be bad, as an operator takes them out of datasets. */
@NullMarked
package io.millrace.deploy.withdrawal;

import org.jspecify.annotations.NullMarked;
