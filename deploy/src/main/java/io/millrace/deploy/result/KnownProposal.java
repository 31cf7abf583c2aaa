package io.millrace.deploy.result;

import io.millrace.deploy.console.Printable;
import io.millrace.schemas.Increase;
import io.millrace.schemas.Proposal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is shown.
 *
 * @param made whether it is made: the recipe lets it, or somebody approved
 */
public record KnownProposal(
        String id,
        String result,
        String recipe,
        String skill,
        String metric,
        double value,
        long items,
        List<More> more,
        boolean made,
        @Nullable String approvedBy) {

    private static final int MAX_NAME = 100;

    public KnownProposal {
        more = List.copyOf(more);
    }

    /** What a cell is to make more of. */
    public record More(String cell, List<String> supplies, long amount) {

        private static More of(Increase increase) {
            return new More(increase.getCell(), increase.getSupplies(), increase.getAmount());
        }

        private String text() {
            return "%,d more in %s from %s"
                    .formatted(
                            amount,
                            Printable.line(cell, MAX_NAME),
                            Printable.line(String.join(", ", supplies), MAX_NAME));
        }
    }

    static KnownProposal of(Proposal proposal, boolean submitted) {
        return new KnownProposal(
                proposal.getId(),
                proposal.getResult(),
                proposal.getRecipe(),
                proposal.getSkill(),
                proposal.getMetric(),
                proposal.getValue(),
                proposal.getItems(),
                proposal.getIncreases().stream().map(More::of).toList(),
                submitted || proposal.getApprovedBy() != null,
                proposal.getApprovedBy());
    }

    /** In words. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s: %s %.3f on %,d items (%s)%n  recipe %s: %s%n  %s",
                Printable.line(skill, MAX_NAME),
                Printable.line(metric, MAX_NAME),
                value,
                items,
                Printable.line(result, MAX_NAME),
                Printable.line(recipe, MAX_NAME),
                more.stream().map(More::text).collect(Collectors.joining("; ")),
                state());
    }

    private String state() {
        if (approvedBy != null) {
            return "approved by " + Printable.line(approvedBy, MAX_NAME);
        }
        return made ? "made, as the recipe says" : "waits for --approve " + Printable.line(id, MAX_NAME);
    }
}
