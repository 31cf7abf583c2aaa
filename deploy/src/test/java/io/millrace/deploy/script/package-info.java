/** A model endpoint that says what scripts tell it to, and counts what it is asked. */
@NullMarked
package io.millrace.deploy.script;

import org.jspecify.annotations.NullMarked;
