package io.millrace.deploy.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.console.Printable;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A lineage in words: the conversation, who made it, every check, and where each of its records lies. */
public final class Receipts {

    private static final int SHORT_HASH = 12;
    private static final int MAX_FOREIGN = 200;

    private Receipts() {}

    public static String of(JsonNode lineage) {
        return """
                record %s: %s%s
                  content %s…, generation depth %s, licence %s%s

                %s

                %s

                path
                %s""".formatted(
                        text(lineage, "id"),
                        decision(lineage),
                        version(lineage.path("version"))
                                + reviews(lineage.path("reviews"))
                                + withdrawn(lineage.path("withdrawn")),
                        brief(lineage, "contentHash"),
                        text(lineage, "generationDepth"),
                        text(lineage, "licence"),
                        comparison(lineage) + benchmarks(lineage.path("benchmarkHits")) + GroupWords.of(lineage),
                        conversation(lineage),
                        origin(lineage),
                        lines(lineage.path("path"), Receipts::step));
    }

    private static String decision(JsonNode lineage) {
        return "%s (%s), verdict %s (%s), split %s, policy %s"
                .formatted(
                        text(lineage, "decision"),
                        text(lineage, "decisionReason"),
                        text(lineage, "verdict"),
                        text(lineage, "reason"),
                        text(lineage, "split"),
                        text(lineage, "policyVersion"));
    }

    /** What the record was held against, where that counted. */
    private static String comparison(JsonNode lineage) {
        JsonNode drop = lineage.path("drop");
        JsonNode nearest = lineage.path("nearest");
        if (!drop.isMissingNode()) {
            return "\n  dropped by %s: %s, threshold %s%s"
                    .formatted(
                            text(drop, "rule"),
                            text(drop, "value"),
                            text(drop, "threshold"),
                            drop.has("record") ? ", because of " + text(drop, "record") : "");
        }
        return nearest.isMissingNode()
                ? ""
                : "\n  near to %s: %s".formatted(text(nearest, "id"), text(nearest, "similarity"));
    }

    private static String version(JsonNode version) {
        return version.isMissingNode()
                ? ""
                : "\n  went into version %s, %s, told of by event %s"
                        .formatted(text(version, "number"), text(version, "directory"), text(version, "event"));
    }

    private static String reviews(JsonNode reviews) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode review : reviews) {
            lines.append("\n  reviewed by %s: %s%s"
                    .formatted(
                            text(review, "reviewer"),
                            text(review, "outcome"),
                            text(review, "reason").isEmpty() ? "" : ", " + text(review, "reason")));
        }
        return lines.toString();
    }

    private static String benchmarks(JsonNode hits) {
        return StreamSupport.stream(hits.spliterator(), false)
                .map(hit -> "\n  shares %s words in a row with %s/%s of version %s: %s"
                        .formatted(
                                text(hit, "run"),
                                text(hit, "benchmark"),
                                text(hit, "item"),
                                brief(hit, "version"),
                                text(hit, "match")))
                .collect(Collectors.joining());
    }

    private static String withdrawn(JsonNode withdrawal) {
        return withdrawal.isMissingNode()
                ? ""
                : "\n  WITHDRAWN at %s by %s: %s"
                        .formatted(text(withdrawal, "at"), text(withdrawal, "by"), text(withdrawal, "reason"));
    }

    private static String conversation(JsonNode lineage) {
        return lines(
                lineage.path("messages"),
                message -> "%s\n%s"
                        .formatted(
                                text(message, "role"),
                                text(message, "content").indent(4).stripTrailing()));
    }

    private static String origin(JsonNode lineage) {
        JsonNode seed = lineage.path("seed");
        JsonNode strategy = lineage.path("strategy");
        String made = "seed %s from %s, submitted as %s%s\n  strategy %s/%s, sample %s"
                .formatted(
                        text(seed, "id"),
                        text(seed.path("source"), "name"),
                        text(seed, "submission"),
                        recipe(seed.path("recipe")),
                        text(strategy, "name"),
                        text(strategy, "version"),
                        text(strategy, "sampleIndex"));
        JsonNode model = lineage.path("model");
        String by = model.isMissingNode()
                ? ""
                : "\n  model %s, asked for as %s, at %s"
                        .formatted(text(model, "returned"), text(model, "requested"), text(model, "endpoint"));
        String asked = lines(lineage.path("earlierCalls"), Receipts::earlierCall);
        return "made of\n  %s%s%s%s%s\n\nchecks\n%s"
                .formatted(
                        made,
                        asked.isEmpty() ? "" : "\n" + asked,
                        by,
                        selection(lineage.path("selection")),
                        foreign(lineage.path("foreign")),
                        lines(lineage.path("checks"), Receipts::check));
    }

    private static String recipe(JsonNode recipe) {
        return recipe.isMissingNode()
                ? ""
                : "\n  recipe %s, cell %s, supply %s"
                        .formatted(text(recipe, "name"), text(recipe, "cell"), text(recipe, "supply"));
    }

    private static String selection(JsonNode selection) {
        String agreeing = selection.has("agreeing") ? ", of which %s agree".formatted(text(selection, "agreeing")) : "";
        return selection.isMissingNode()
                ? ""
                : "\n  chosen by %s from %s answers%s"
                        .formatted(text(selection, "by"), text(selection, "answers"), agreeing);
    }

    /** What another system noted of it, a line each. */
    private static String foreign(JsonNode fields) {
        return fields.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> "\n  %s: %s"
                        .formatted(
                                Printable.line(field.getKey(), MAX_FOREIGN),
                                Printable.line(field.getValue().asText(), MAX_FOREIGN)))
                .collect(Collectors.joining("", fields.isEmpty() ? "" : "\n\nas its maker notes", ""));
    }

    private static String earlierCall(JsonNode call) {
        return "%s asked of %s by prompt %s/%s"
                .formatted(
                        text(call, "step"),
                        text(call.path("model"), "returned"),
                        text(call.path("prompt"), "templateId"),
                        text(call.path("prompt"), "version"));
    }

    private static String check(JsonNode check) {
        String isolation = check.has("isolation") ? ", isolated by " + text(check, "isolation") : "";
        return "%s/%s %s in %s µs%s: %s"
                .formatted(
                        text(check, "name"),
                        text(check, "version"),
                        text(check, "outcome"),
                        text(check, "tookMicros"),
                        isolation,
                        text(check, "evidence"));
    }

    private static String step(JsonNode step) {
        String place = step.has("topic")
                ? "%s, partition %s, offset %s"
                        .formatted(text(step, "topic"), text(step, "partition"), text(step, "offset"))
                : "never on a topic of its own";
        return "%-10s %s by %s %s (%s), settings %s, %s"
                .formatted(
                        text(step, "stage"),
                        text(step, "at"),
                        text(step, "service"),
                        text(step, "version"),
                        brief(step, "commit"),
                        brief(step, "configHash"),
                        place);
    }

    private static String lines(JsonNode array, Function<JsonNode, String> line) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(line)
                .map(text -> text.indent(2).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String brief(JsonNode node, String field) {
        String text = text(node, field);
        return text.length() <= SHORT_HASH ? text : text.substring(0, SHORT_HASH);
    }

    private static String text(JsonNode node, String field) {
        return Printable.text(node.path(field).asText("unknown"));
    }
}
