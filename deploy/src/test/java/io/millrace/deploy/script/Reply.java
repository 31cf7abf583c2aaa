package io.millrace.deploy.script;

/**
 * An answer, and what the endpoint reports with it.
 *
 * @param finish why it ends, for instance "stop"
 */
public record Reply(String text, String finish, int inputTokens, int outputTokens) {}
