package io.millrace.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.lineage.LineageClient;
import io.millrace.deploy.lineage.Receipts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells one record's whole path and its receipts. */
@Command(
        name = "lineage",
        description = "Tell one record's whole path and its receipts.",
        mixinStandardHelpOptions = true)
final class LineageCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(
            paramLabel = "ID",
            description = "The id of a candidate (c-…), or of its verdict (v-…) or decision (e-…).")
    private String id = "";

    @Override
    public Integer call() {
        JsonNode lineage = new LineageClient(state.require().addresses().dashboard()).find(id);
        console.show(lineage, Receipts.of(lineage));
        return ExitCode.OK;
    }
}
