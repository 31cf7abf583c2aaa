/** What endpoints on the web were told, and how somebody has them told again. */
@NullMarked
package io.millrace.deploy.webhook;

import org.jspecify.annotations.NullMarked;
