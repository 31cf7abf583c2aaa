package io.millrace.deploy.replay;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Verified;
import io.millrace.verifier.check.CheckStep;
import io.millrace.verifier.check.Examination;
import io.millrace.verifier.code.SlotPool;
import io.millrace.verifier.code.SlotSettings;
import io.millrace.verifier.recipe.Equipment;
import io.millrace.verifier.recipe.FactTopic;
import io.millrace.verifier.recipe.UnfitRecipeException;
import io.millrace.verifier.recipe.VerificationRecipe;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Judges candidates again that have a verdict, in this process; nothing is written anywhere. */
public final class Replay implements AutoCloseable {

    private static final int SLOTS = Runtime.getRuntime().availableProcessors();

    private final SlotPool slots;
    private final Retrial retrial;

    /**
     * Sets up the checks of a recipe.
     *
     * @param facts what claims are judged by, where the recipe says so
     * @throws OperatorException if the recipe cannot be used, or programs cannot be run here
     */
    public Replay(VerificationRecipe recipe, FactTopic facts) {
        try {
            this.slots = new SlotPool(SlotSettings.of(SLOTS));
        } catch (IOException e) {
            throw new OperatorException("Programs cannot be run here: %s.".formatted(e.getMessage()), e);
        }
        try {
            List<CheckStep> steps = new Equipment(slots, slots, facts).checks().steps(recipe);
            this.retrial = new Retrial(new Examination(steps, System::nanoTime), Roles.of(steps));
        } catch (UnfitRecipeException e) {
            slots.close();
            throw new OperatorException("The verification recipe cannot be used: %s.".formatted(e.getMessage()), e);
        }
    }

    /** What judges. */
    public Examination examination() {
        return retrial.examination();
    }

    /**
     * Judges every candidate again that was not planted.
     *
     * @param wanted whether to judge the candidate of a verdict
     * @param limit how many are judged at most
     * @param listener is told of each comparison in the order of the verdicts, by this thread, once it is in the books
     */
    public void run(
            Iterator<Shelf.Entry<Verified>> verdicts,
            Predicate<Verified> wanted,
            long limit,
            ReplayTally books,
            Consumer<Comparison> listener) {
        Consumer<Comparison> count = books::compared;
        try (var trials = new InOrder<>(SLOTS, count.andThen(listener))) {
            for (long taken = 0; taken < limit && verdicts.hasNext(); ) {
                Shelf.Entry<Verified> entry = verdicts.next();
                Verified old = entry.value();
                if (RecordIds.isPlanted(old.getId())) {
                    books.planted();
                } else if (wanted.test(old)) {
                    books.taken(old);
                    trials.submit(() -> retrial.of(entry));
                    taken++;
                }
            }
            trials.finish();
        }
    }

    @Override
    public void close() {
        slots.close();
    }
}
