package io.millrace.generator.rule;

import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Wording;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.Strategy;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import java.util.ArrayList;
import java.util.List;

/** Answers the item that a seed names with its worked solution; each further sample words the same solution differently. */
public final class RuleStrategy implements Strategy {

    private final Families families;

    public RuleStrategy(Families families) {
        this.families = families;
    }

    @Override
    public String name() {
        return "rule";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<Sample> make(Seed seed) {
        Item item = families.item(seed);
        List<Wording> wordings = item.solution().wordings();
        int samples = seed.getSamples();
        if (samples < 1 || samples > wordings.size()) {
            throw new UnusableSeedException(
                    "a rule words this solution in 1 to %d ways, not %d".formatted(wordings.size(), samples));
        }
        List<Sample> made = new ArrayList<>(samples);
        for (int index = 0; index < samples; index++) {
            made.add(new Sample.Made(index, draft(item, wordings.get(index))));
        }
        return made;
    }

    private static Draft draft(Item item, Wording wording) {
        Message question = new Message("user", item.prompt(), null, List.of(), null);
        return new Draft(item.task(), List.of(question, item.solution().message(wording)), List.of());
    }
}
