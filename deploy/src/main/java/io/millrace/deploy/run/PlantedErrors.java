package io.millrace.deploy.run;

import io.millrace.deploy.factory.LocalFactory;
import io.millrace.generator.rule.Apprentice;
import io.millrace.generator.rule.Families;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ModelRef;
import java.util.function.Predicate;

/** Knows the answers that the embedded apprentice of a local factory got wrong on purpose. */
public final class PlantedErrors implements Predicate<Candidate> {

    private static final String APPRENTICE = "apprentice";

    private final Apprentice apprentice = new Apprentice(new Families(), LocalFactory.APPRENTICE_MISTAKE_RATE);

    @Override
    public boolean test(Candidate candidate) {
        ModelRef model = candidate.getModel();
        return model != null
                && model.getRequested().equals(APPRENTICE)
                && apprentice.errs(candidate.getSeed(), candidate.getSampleIndex());
    }
}
