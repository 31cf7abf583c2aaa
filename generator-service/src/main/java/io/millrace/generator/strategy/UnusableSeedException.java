package io.millrace.generator.strategy;

/** A seed that no sample can be made of: an unknown family, a missing task, a parameter out of range. */
public final class UnusableSeedException extends RuntimeException {

    public UnusableSeedException(String message) {
        super(message);
    }
}
