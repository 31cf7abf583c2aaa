package io.millrace.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.lineage.EvaluatorClient;
import io.millrace.deploy.result.ProgressText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what each version of a dataset changed. */
@Command(
        name = "list",
        description = {
            "Tell what was reported for each version of a dataset, and what has changed since the version before.",
            "A difference whose interval of 95 %% includes 0 may be chance."
        },
        mixinStandardHelpOptions = true)
final class ResultsListCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "DATASET", description = "The dataset.")
    private String dataset = "";

    @Override
    public Integer call() {
        URI evaluator = state.require().addresses().dashboard();
        JsonNode progress = new EvaluatorClient(evaluator)
                .get("/api/v1/training-results/" + URLEncoder.encode(dataset, StandardCharsets.UTF_8));
        console.show(progress, ProgressText.of(progress));
        return ExitCode.OK;
    }
}
