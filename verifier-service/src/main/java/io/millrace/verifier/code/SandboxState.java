package io.millrace.verifier.code;

/** Whether a sandbox can run code. */
public sealed interface SandboxState {

    record Ready(String isolation, String interpreter) implements SandboxState {}

    /** Slots do not start just now; further attempts are made. */
    record Failing(String why) implements SandboxState {}

    /** This machine offers no interpreter or no protection, so no code is run. */
    record Refused(String why) implements SandboxState {}
}
