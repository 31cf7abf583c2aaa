/** Queries that chatbots are tested with, and replies to them. */
@NullMarked
package io.millrace.generator.chatbot;

import org.jspecify.annotations.NullMarked;
