/** What is held to be true, as an operator puts it in and looks at it. */
@NullMarked
package io.millrace.deploy.fact;

import org.jspecify.annotations.NullMarked;
