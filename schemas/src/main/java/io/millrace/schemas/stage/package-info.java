/** How a stage runs: what it reads and writes, exactly once, and what an operator may set. */
@NullMarked
package io.millrace.schemas.stage;

import org.jspecify.annotations.NullMarked;
