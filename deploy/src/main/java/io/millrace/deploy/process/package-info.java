/** Programs that run beside this one: starting them, waiting for them, stopping them. */
@NullMarked
package io.millrace.deploy.process;

import org.jspecify.annotations.NullMarked;
