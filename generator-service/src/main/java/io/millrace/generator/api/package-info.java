/** Requests in words, and the calls of an API that they ask for. */
@NullMarked
package io.millrace.generator.api;

import org.jspecify.annotations.NullMarked;
