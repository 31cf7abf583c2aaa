package io.millrace.evaluator.stream;

import io.millrace.evaluator.result.Proposals;
import io.millrace.evaluator.result.Soundness;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TrainingResult;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import io.millrace.schemas.stage.Work;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** Proposes what follows from a report to the recipes that make its dataset. */
public final class ProposeWork implements Work<TrainingResult> {

    private static final int ATTEMPTS = 5;

    private final Supplier<Collection<Recipe>> recipes;
    private final Duration pause;

    /**
     * Work that has done nothing yet.
     *
     * @param recipes as they are at this moment; may fail as Kafka does
     * @param pause before it is tried again, doubled each time
     */
    public ProposeWork(Supplier<Collection<Recipe>> recipes, Duration pause) {
        this.recipes = recipes;
        this.pause = pause;
    }

    @Override
    public List<Output> apply(Input<TrainingResult> input) throws UnprocessableException, InterruptedException {
        TrainingResult result = input.value();
        Optional<String> problem = Soundness.problem(result);
        if (problem.isPresent()) {
            throw new UnprocessableException("Unsound", problem.get(), 1, false);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return recipes.get().stream()
                        .flatMap(recipe -> Proposals.of(result, recipe).stream())
                        .map(proposal -> Output.of(Topic.PROPOSALS, proposal.getId(), proposal))
                        .toList();
            } catch (KafkaException e) {
                if (attempt == ATTEMPTS) {
                    throw new UnprocessableException(
                            e.getClass().getSimpleName(), String.valueOf(e.getMessage()), attempt, true);
                }
                Thread.sleep(pause.multipliedBy(1L << (attempt - 1)));
            }
        }
    }
}
