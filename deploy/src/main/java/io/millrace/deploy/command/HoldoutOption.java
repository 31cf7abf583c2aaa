package io.millrace.deploy.command;

import io.millrace.deploy.holdout.Holdout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many of the real problems that are brought in are held out for testing. */
final class HoldoutOption {

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            description =
                    "Hold this share of the real seeds (\"real\": true) out for testing, from 0 to 1, by a hash of their problems:"
                            + " they go to topic holdouts, and nothing is made from them. 0 by default. Seeds whose source has"
                            + " the split test are held out in any case.")
    private @Nullable Double share;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    boolean given() {
        return share != null;
    }

    Holdout orDeclared() {
        try {
            return share == null ? Holdout.DECLARED : new Holdout(share);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--holdout is a share from 0 to 1.");
        }
    }

    /** What is added to a sentence about those that went in. */
    static String text(long held) {
        return held == 0 ? "" : ", %,d were held out for testing".formatted(held);
    }
}
