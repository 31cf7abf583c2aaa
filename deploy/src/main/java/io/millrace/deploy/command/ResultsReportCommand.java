package io.millrace.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.lineage.EvaluatorClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reports what a model can do. */
@Command(
        name = "report",
        description =
                "Report what a model can do that was trained on a version of a dataset. Again under the same id, it counts once.",
        footerHeading = "%nWhat the file holds; ? marks what may be missing:%n",
        footer = {
            "  {\"id\":\"run-7\",\"dataset\":\"…\",\"version\":3,\"model\":\"…\",\"trainer\":\"…\",",
            "   \"skills\":[{\"skill\":\"equations/2\",\"metric\":\"accuracy\",\"value\":0.61,\"items\":200,",
            "              \"baseline\":0.55?,\"share\":true?},…]}",
            "A skill is a domain or rule family, then perhaps difficulty and language, as cells of recipes are named.",
            "A value is the share of right items, unless \"share\" is false: then nothing is concluded from it."
        },
        mixinStandardHelpOptions = true)
final class ResultsReportCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "FILE", description = "The report, one JSON object.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        URI evaluator = state.require().addresses().dashboard();
        JsonNode taken = new EvaluatorClient(evaluator).post("/api/v1/training-results", body());
        console.show(
                taken,
                "The report has been taken in: %d measurements."
                        .formatted(taken.path("skills").size()));
        return ExitCode.OK;
    }

    private byte[] body() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s.".formatted(file, e.getMessage()), e);
        }
    }
}
