package io.millrace.evaluator.dataset;

import io.millrace.evaluator.group.Pair;
import io.millrace.evaluator.group.PairFigures;
import java.io.IOException;
import java.util.List;

/**
 * What is told of preference pairs beside their files.
 *
 * @param rules by which they were made
 * @param maxLengthShare of all pairs, how many may have the longer answer chosen, or the shorter
 * @param made what the rules gave
 * @param written what is left of it for the sake of balance
 */
record PairFacts(String rules, double maxLengthShare, PairFigures made, PairFigures written) {

    static final String FILE_NAME = "pairs.json";

    static PairFacts of(Choice choice, List<Pair> made, List<Pair> written) {
        return new PairFacts(
                choice.comparison().name(), choice.balance().maxShare(), PairFigures.of(made), PairFigures.of(written));
    }

    String toJson() throws IOException {
        return Json.INDENTED.writeValueAsString(this) + "\n";
    }
}
