package io.millrace.deploy.recipe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The strategies of the generator, and what each of them makes candidates from. */
final class Techniques {

    /** What a strategy can start from. */
    enum Ground {
        FAMILY,
        ROWS,
        NOTHING
    }

    private static final Map<String, Set<Ground>> GROUNDS = new TreeMap<>(Map.ofEntries(
            Map.entry("rule", Set.of(Ground.FAMILY)),
            Map.entry("distillation", Set.of(Ground.FAMILY, Ground.ROWS)),
            Map.entry("best-of-n", Set.of(Ground.FAMILY, Ground.ROWS)),
            Map.entry("counterfactual", Set.of(Ground.FAMILY, Ground.ROWS)),
            Map.entry("expansion", Set.of(Ground.ROWS, Ground.NOTHING)),
            Map.entry("chatbot-tests", Set.of(Ground.ROWS, Ground.NOTHING)),
            Map.entry("grounded-qa", Set.of(Ground.ROWS)),
            Map.entry("bug-repair", Set.of(Ground.ROWS)),
            Map.entry("code-tests", Set.of(Ground.ROWS)),
            Map.entry("structured-extraction", Set.of(Ground.ROWS)),
            Map.entry("self-play", Set.of(Ground.NOTHING)),
            Map.entry("sql", Set.of(Ground.NOTHING)),
            Map.entry("api-call", Set.of(Ground.NOTHING)),
            Map.entry("persona", Set.of(Ground.NOTHING)),
            Map.entry("textbook", Set.of(Ground.NOTHING)),
            Map.entry("conversation", Set.of(Ground.NOTHING)),
            Map.entry("safety-pair", Set.of(Ground.NOTHING))));

    private Techniques() {}

    static List<String> names() {
        return List.copyOf(GROUNDS.keySet());
    }

    static boolean startsFrom(String strategy, Ground ground) {
        return GROUNDS.getOrDefault(strategy, Set.of()).contains(ground);
    }
}
