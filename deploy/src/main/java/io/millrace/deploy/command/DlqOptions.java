package io.millrace.deploy.command;

import io.millrace.deploy.deadletter.DeadLetters;
import picocli.CommandLine.Mixin;

/** What every subcommand about dead letters takes. */
final class DlqOptions {

    @Mixin
    private final StateOption state = new StateOption();

    DeadLetters letters() {
        return new DeadLetters(state.connect());
    }
}
