package io.millrace.verifier.tool;

/** A call that the world does not carry out: it has nothing to work on, or a precondition does not hold. It carries no stack. */
final class RefusedCallException extends Exception {

    RefusedCallException(String why) {
        super(why, null, false, false);
    }
}
