package io.millrace.generator.rule;

import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.rule.space.Mix;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Seed;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.Model;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;

/**
 * A program that stands in for a teacher model and says so: it solves items of the families, and makes the mistakes that are
 * typical of each as often as it declares. The same seed and sample always get the same answer.
 */
public final class Apprentice implements Model {

    private static final ModelRef SELF = new ModelRef("apprentice", "apprentice/1", "embedded");

    private final Families families;
    private final double mistakeRate;

    /**
     * An apprentice of the given skill.
     *
     * @param mistakeRate the share of answers that are wrong, between 0 and 1
     */
    public Apprentice(Families families, double mistakeRate) {
        if (!(mistakeRate >= 0 && mistakeRate <= 1)) {
            throw new IllegalArgumentException("a rate of mistakes is between 0 and 1, not " + mistakeRate);
        }
        this.families = families;
        this.mistakeRate = mistakeRate;
    }

    @Override
    public Completion complete(ModelRequest request) throws ModelException {
        Seed seed = request.seed();
        if (!request.step().equals(ModelRequest.ANSWER) || !families.covers(seed)) {
            throw new ModelException(
                    "NoTeacher",
                    "the embedded apprentice only answers items of the rule families, each at once; configure an endpoint",
                    1,
                    true);
        }
        return new Completion(answer(seed, request.sampleIndex()), SELF, "stop", null, 0, 1);
    }

    /** Whether it answers this sample wrong on purpose. Nothing in the answer tells. */
    public boolean errs(Seed seed, int sampleIndex) {
        return chance(seed, sampleIndex).happens(mistakeRate);
    }

    private Message answer(Seed seed, int sampleIndex) {
        Item item = families.item(seed);
        Chance chance = chance(seed, sampleIndex);
        boolean errs = chance.happens(mistakeRate);
        int pick = chance.below(Integer.MAX_VALUE);
        Solution solution = errs ? item.mistaken(pick) : item.solution();
        return solution.message(chance.of(solution.wordings()));
    }

    private static Chance chance(Seed seed, int sampleIndex) {
        return new Chance(Mix.key(Mix.key(Mix.key(SELF.getReturned(), seed.getId()), seed.getRngKey()), sampleIndex));
    }
}
