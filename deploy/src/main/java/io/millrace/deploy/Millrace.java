package io.millrace.deploy;

import io.millrace.deploy.command.MillraceCommand;

/** Runs the {@code millrace} command. */
public final class Millrace {

    private Millrace() {}

    public static void main(String[] arguments) {
        System.exit(MillraceCommand.line().execute(arguments));
    }
}
