package io.millrace.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.lineage.EvaluatorClient;
import io.millrace.deploy.review.ReviewText;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Tells what people were asked about, and what their answers show. */
@Command(
        name = "reviews",
        description =
                "Tell how many records people were asked about, how far they agree, and what that shows of all that is kept.",
        mixinStandardHelpOptions = true)
final class ReviewsCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Override
    public Integer call() {
        URI evaluator = state.require().addresses().dashboard();
        JsonNode figures = new EvaluatorClient(evaluator).get("/api/v1/reviews");
        console.show(figures, ReviewText.of(figures, evaluator));
        return ExitCode.OK;
    }
}
