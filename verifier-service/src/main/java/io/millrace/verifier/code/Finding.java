package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;

/** What the replies of a slot mean for the program that was run: the first fault counts. */
record Finding(Reason reason, String text, Marks marks) {

    static String place(int number, int total, int line) {
        return "assertion " + number + " of " + total + ", line " + line + ": ";
    }
}
