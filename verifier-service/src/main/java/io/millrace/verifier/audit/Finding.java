package io.millrace.verifier.audit;

import io.millrace.verifier.check.Reason;

/**
 * A probe whose verdict is not the one that it must get.
 *
 * @param accepted whether a wrong answer was accepted; otherwise a right one was rejected
 */
public record Finding(String suite, String probe, boolean accepted, Reason reason, String evidence) {}
