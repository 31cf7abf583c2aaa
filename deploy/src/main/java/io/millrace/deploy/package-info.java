/** The {@code millrace} command: the factory on one machine, and the operator's tools. */
@NullMarked
package io.millrace.deploy;

import org.jspecify.annotations.NullMarked;
