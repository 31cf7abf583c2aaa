/** A consumer of retraining events to begin a real one from. */
@NullMarked
package io.millrace.deploy.trainer;

import org.jspecify.annotations.NullMarked;
