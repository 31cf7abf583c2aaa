/** Replies whose form is prescribed. */
@NullMarked
package io.millrace.generator.rule.reply;

import org.jspecify.annotations.NullMarked;
