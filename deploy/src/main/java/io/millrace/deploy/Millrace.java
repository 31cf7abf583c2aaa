package io.millrace.deploy;

import io.millrace.deploy.command.MillraceCommand;
import io.millrace.schemas.TrustedRecords;

/** Runs the {@code millrace} command. */
public final class Millrace {

    private Millrace() {}

    public static void main(String[] arguments) {
        TrustedRecords.allow();
        System.exit(MillraceCommand.line().execute(arguments));
    }
}
