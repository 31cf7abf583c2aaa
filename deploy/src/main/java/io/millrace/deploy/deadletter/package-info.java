/** Records that a stage could not process: looking at them, and sending them again. */
@NullMarked
package io.millrace.deploy.deadletter;

import org.jspecify.annotations.NullMarked;
