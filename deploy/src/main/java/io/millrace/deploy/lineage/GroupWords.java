package io.millrace.deploy.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.console.Printable;

/** How a record compares with its siblings, in words. */
final class GroupWords {

    private GroupWords() {}

    /** Nothing for a record that is not compared. */
    static String of(JsonNode lineage) {
        JsonNode group = lineage.path("group");
        if (group.isMissingNode()) {
            return "";
        }
        var words = new StringBuilder("\n  one of %d that were asked the same"
                .formatted(group.path("siblings").size() + 1));
        if (group.has("passRate")) {
            words.append(": pass rate %s%s".formatted(text(group, "passRate"), scores(group)));
        }
        words.append(best(group, text(lineage, "id")));
        if (group.has("preferredTo")) {
            words.append("\n  preferred to ").append(text(group, "preferredTo"));
        }
        if (group.has("rejectedFor")) {
            words.append("\n  rejected for ").append(text(group, "rejectedFor"));
        }
        group.path("siblings").forEach(sibling -> words.append(sibling(sibling)));
        return words.toString();
    }

    private static String scores(JsonNode group) {
        var words = new StringBuilder();
        for (JsonNode score : group.path("scores")) {
            words.append(", %s %s by %s/%s"
                    .formatted(
                            text(score, "dimension"),
                            text(score, "value"),
                            text(score, "scorer"),
                            text(score, "version")));
        }
        return words.toString();
    }

    private static String best(JsonNode group, String id) {
        if (!group.has("best")) {
            return "\n  none of them is kept";
        }
        String best = text(group, "best");
        return best.equals(id) ? "\n  the best of them" : "\n  the best of them is " + best;
    }

    private static String sibling(JsonNode sibling) {
        return "\n    sibling %s: %s, %s%s"
                .formatted(
                        text(sibling, "id"),
                        text(sibling, "decision"),
                        text(sibling, "outcome"),
                        sibling.path("withdrawn").asBoolean() ? ", withdrawn" : "");
    }

    private static String text(JsonNode node, String field) {
        return Printable.text(node.path(field).asText("unknown"));
    }
}
