package io.millrace.deploy.run;

import io.millrace.generator.rule.Apprentice;
import io.millrace.generator.rule.Families;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import java.util.List;
import java.util.function.Predicate;

/**
 * Knows the answers that an embedded apprentice got wrong on purpose, however often it does: they are not what one that makes no
 * mistakes says.
 */
public final class PlantedErrors implements Predicate<Candidate> {

    private static final String EMBEDDED = "embedded";

    private final Apprentice flawless = new Apprentice(new Families(), 0);

    @Override
    public boolean test(Candidate candidate) {
        ModelRef model = candidate.getModel();
        if (model == null || !model.getEndpoint().equals(EMBEDDED)) {
            return false;
        }
        var question = new ModelRequest(
                candidate.getSeed(),
                candidate.getSampleIndex(),
                List.of(),
                Sampling.newBuilder().build());
        try {
            String right = flawless.complete(question).answer().getContent();
            return !right.equals(candidate.getMessages().getLast().getContent());
        } catch (ModelException e) {
            throw new IllegalStateException("an apprentice answered what no apprentice can", e);
        }
    }
}
