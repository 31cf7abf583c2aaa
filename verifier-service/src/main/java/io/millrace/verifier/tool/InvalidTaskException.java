package io.millrace.verifier.tool;

/** A task whose tools, world or goal are not of the declared form. It carries no stack. */
final class InvalidTaskException extends Exception {

    InvalidTaskException(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
