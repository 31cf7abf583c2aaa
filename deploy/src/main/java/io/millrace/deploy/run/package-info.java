/** One submission from the first record sent to the last one accounted for, and what is left behind of it. */
@NullMarked
package io.millrace.deploy.run;

import org.jspecify.annotations.NullMarked;
