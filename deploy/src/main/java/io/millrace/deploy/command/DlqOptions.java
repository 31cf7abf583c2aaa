package io.millrace.deploy.command;

import io.millrace.deploy.deadletter.DeadLetters;
import io.millrace.deploy.stream.Connection;
import picocli.CommandLine.Mixin;

/** What every subcommand about dead letters takes. */
final class DlqOptions {

    @Mixin
    private final StateOption state = new StateOption();

    DeadLetters letters() {
        var addresses = state.require().addresses();
        return new DeadLetters(new Connection(addresses.bootstrap(), addresses.registry()));
    }
}
