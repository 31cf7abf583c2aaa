/** Finds replies that are cut, that go round in circles, or that are in another language. */
@NullMarked
package io.millrace.verifier.reply;

import org.jspecify.annotations.NullMarked;
