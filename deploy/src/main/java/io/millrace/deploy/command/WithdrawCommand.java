package io.millrace.deploy.command;

import io.millrace.deploy.lineage.LineageClient;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.withdrawal.Receipt;
import io.millrace.deploy.withdrawal.Withdrawals;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes records out of a dataset that turned out to be bad. */
@Command(
        name = "withdraw",
        description =
                "Withdraw records that were kept and turned out to be bad. A version of its own says which, why and by whom;"
                        + " later versions and exports leave them out, and earlier versions stay as they are.",
        mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {

    private static final int MAX_RECORDS = 1_000;

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "DATASET", description = "The dataset's name.")
    private String dataset = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "RECORD",
            description =
                    "Ids of candidates (c-…), or of their verdicts (v-…) or decisions (e-…); all or none are withdrawn.")
    private List<String> records = List.of();

    @Mixin
    private final ReasonOptions why = new ReasonOptions();

    @Override
    public Integer call() {
        String reason = why.reason();
        String withdrawnBy = why.by();
        if (records.size() > MAX_RECORDS) {
            throw new ParameterException(command.commandLine(), "At most 1,000 records are withdrawn at once.");
        }
        Connection connection = state.connect();
        var lineage = new LineageClient(state.require().addresses().dashboard());
        Receipt receipt =
                new Withdrawals(connection).withdraw(dataset, records, lineage, reason, withdrawnBy, Instant.now());
        console.show(receipt, receipt.text());
        return ExitCode.OK;
    }
}
