package io.millrace.deploy.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.console.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each version of a dataset changed, in words. */
public final class ProgressText {

    private static final int MAX_NAME = 60;

    private ProgressText() {}

    /**
     * All versions, one after the other.
     *
     * @param progress as the evaluator tells it
     */
    public static String of(JsonNode progress) {
        List<String> lines = new ArrayList<>();
        for (JsonNode version : progress.path("versions")) {
            lines.add("version %d: %,d records, %s"
                    .formatted(
                            version.path("version").asInt(),
                            version.path("records").asLong(),
                            line(version.path("manifest"))));
            for (JsonNode result : version.path("results")) {
                lines.add("  %s, reported by %s at %s"
                        .formatted(
                                line(result.path("model")),
                                line(result.path("trainer")),
                                line(result.path("reportedAt"))));
                result.path("skills").forEach(skill -> lines.add("    " + skill(skill)));
            }
        }
        return String.join("\n", lines);
    }

    private static String skill(JsonNode skill) {
        return String.format(
                Locale.ROOT,
                "%-24s %-12s %8.4f on %,d items%s",
                line(skill.path("skill")),
                line(skill.path("metric")),
                skill.path("value").asDouble(),
                skill.path("items").asLong(),
                change(skill.path("change")));
    }

    private static String change(JsonNode change) {
        if (!change.isObject()) {
            return "";
        }
        String chance = change.path("beyondChance").isBoolean()
                        && !change.path("beyondChance").asBoolean()
                ? ", which may be chance"
                : "";
        return String.format(
                Locale.ROOT,
                ", %+.4f since version %d%s",
                change.path("difference").asDouble(),
                change.path("since").asInt(),
                chance);
    }

    private static String line(JsonNode text) {
        return Printable.line(text.asText(), MAX_NAME);
    }
}
