/** What operators see of the service over HTTP. */
@NullMarked
package io.millrace.generator.http;

import org.jspecify.annotations.NullMarked;
