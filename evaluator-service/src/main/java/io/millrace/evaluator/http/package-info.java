/** What browsers and programs ask over HTTP. */
@NullMarked
package io.millrace.evaluator.http;

import org.jspecify.annotations.NullMarked;
