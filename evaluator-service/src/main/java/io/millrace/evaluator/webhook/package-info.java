/** How events are told to endpoints on the web, after Standard Webhooks. */
@NullMarked
package io.millrace.evaluator.webhook;

import org.jspecify.annotations.NullMarked;
