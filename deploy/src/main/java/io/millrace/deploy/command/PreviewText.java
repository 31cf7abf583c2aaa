package io.millrace.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.console.Printable;

/** What became of one seed of a preview, for people. */
final class PreviewText {

    private final StringBuilder text = new StringBuilder();

    private PreviewText() {}

    static String of(JsonNode seed) {
        var preview = new PreviewText();
        preview.text.append("seed %s, %s".formatted(told(seed, "seed"), told(seed, "strategy")));
        preview.failure(seed, 2);
        seed.path("asked").forEach(preview::asked);
        seed.path("samples").forEach(preview::sample);
        return preview.text.toString();
    }

    private void asked(JsonNode asked) {
        line(
                2,
                "asked %s for sample %d, step %s"
                        .formatted(told(asked, "model"), asked.path("sample").asInt(), told(asked, "step")));
        asked.path("prompt").forEach(this::said);
        said(asked.path("answer"));
    }

    private void sample(JsonNode sample) {
        line(2, "candidate %d".formatted(sample.path("sample").asInt()));
        failure(sample, 4);
        sample.path("messages").forEach(this::said);
    }

    private void said(JsonNode message) {
        line(4, told(message, "role"));
        told(message, "content").lines().forEach(line -> line(6, line));
        for (JsonNode call : message.path("toolCalls")) {
            line(6, "calls %s %s".formatted(told(call, "name"), told(call, "arguments")));
        }
    }

    private void failure(JsonNode of, int indent) {
        if (of.has("failure")) {
            line(indent, "failed: " + told(of, "failure"));
        }
    }

    private static String told(JsonNode of, String field) {
        return of.path(field).asText();
    }

    private void line(int indent, String line) {
        text.append('\n').repeat(' ', indent).append(Printable.text(line));
    }
}
