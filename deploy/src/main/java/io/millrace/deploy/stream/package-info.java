/** The command's own end of the topics: records in, and what became of them. */
@NullMarked
package io.millrace.deploy.stream;

import org.jspecify.annotations.NullMarked;
