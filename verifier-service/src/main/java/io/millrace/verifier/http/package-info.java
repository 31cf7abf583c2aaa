/** What operators see of the service over HTTP. */
@NullMarked
package io.millrace.verifier.http;

import org.jspecify.annotations.NullMarked;
