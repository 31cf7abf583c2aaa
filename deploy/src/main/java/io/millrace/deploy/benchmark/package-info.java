/** What models are measured by, as an operator brings it in, and what was kept of it before. */
@NullMarked
package io.millrace.deploy.benchmark;

import org.jspecify.annotations.NullMarked;
