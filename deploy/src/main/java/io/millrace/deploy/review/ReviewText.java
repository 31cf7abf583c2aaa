package io.millrace.deploy.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the reviews show, in words. */
public final class ReviewText {

    /** A bound is rounded upwards, so that it stays one. */
    private static final double BOUND_STEPS = 10_000;

    private ReviewText() {}

    /**
     * The figures in a few lines.
     *
     * @param figures as the evaluator tells them
     * @param evaluator where people review
     */
    public static String of(JsonNode figures, URI evaluator) {
        String outcomes = figures.path("outcomes").properties().stream()
                .map(outcome -> "%d %s"
                        .formatted(outcome.getValue().asInt(), outcome.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ", ": ", ""));
        int done = figures.path("done").asInt();
        return """
                %d asked about, %d open, %d done%s
                %s
                %s
                Review at %s""".formatted(
                        figures.path("asked").asInt(),
                        figures.path("open").asInt(),
                        done,
                        done == 0 ? "" : outcomes,
                        agreement(figures.path("agreement")),
                        bound(figures),
                        evaluator.resolve("/review"));
    }

    private static String agreement(JsonNode agreement) {
        return agreement.path("records").asInt() == 0
                ? "No kappa yet: it needs records that two people rated, not all the same."
                : String.format(
                        Locale.ROOT,
                        "%d rated by two, who agree on %.1f %%: kappa %.2f, between %.2f and %.2f with 95 %% confidence",
                        agreement.path("records").asInt(),
                        100 * agreement.path("share").asDouble(),
                        agreement.path("kappa").asDouble(),
                        agreement.path("low").asDouble(),
                        agreement.path("high").asDouble());
    }

    private static String bound(JsonNode figures) {
        return figures.path("badShareBound").isNull()
                ? "Nothing is known yet of the bad share of what is kept."
                : String.format(
                        Locale.ROOT,
                        "%d of %d kept records drawn at random were bad: under %.2f %% of all that is kept, with 95 %% confidence",
                        figures.path("bad").asInt(),
                        figures.path("sample").asInt(),
                        Math.ceil(figures.path("badShareBound").asDouble() * BOUND_STEPS) / BOUND_STEPS * 100);
    }
}
