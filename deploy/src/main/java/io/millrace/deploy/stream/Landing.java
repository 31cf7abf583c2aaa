package io.millrace.deploy.stream;

/** Where a record lies on its topic. */
public record Landing(int partition, long offset) {}
