package io.millrace.verifier.constraint;

/** One instruction about the form of a reply. */
interface Constraint {

    Finding on(String reply);
}
