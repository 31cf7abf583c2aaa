package io.millrace.deploy.account;

import io.millrace.deploy.account.Verdicts.Line;
import java.util.ArrayList;
import java.util.List;

/** How our verdicts compare with what another grader said of the same candidates. */
public final class Agreement {

    private final List<Disagreement> disagreements = new ArrayList<>();
    private long bothAccept;
    private long neitherAccepts;

    /** A candidate that the two see differently. */
    public record Disagreement(boolean expectedCorrect, Line found) {}

    public void add(boolean expectedCorrect, Line found) {
        if (expectedCorrect != found.accepted()) {
            disagreements.add(new Disagreement(expectedCorrect, found));
        } else if (expectedCorrect) {
            bothAccept++;
        } else {
            neitherAccepts++;
        }
    }

    public List<Disagreement> disagreements() {
        return List.copyOf(disagreements);
    }

    public long compared() {
        return bothAccept + neitherAccepts + disagreements.size();
    }

    /** The counts as a table. */
    public String table() {
        long wrongly = disagreements.stream()
                .filter(disagreement -> !disagreement.expectedCorrect())
                .count();
        return """
                                      accepted  not accepted
                  expected correct  %,10d    %,10d
                  expected wrong    %,10d    %,10d
                  agreement         %9.2f %%""".formatted(
                        bothAccept,
                        disagreements.size() - wrongly,
                        wrongly,
                        neitherAccepts,
                        compared() == 0 ? 0 : 100.0 * (bothAccept + neitherAccepts) / compared());
    }
}
