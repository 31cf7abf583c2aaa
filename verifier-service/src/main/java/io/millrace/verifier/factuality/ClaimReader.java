package io.millrace.verifier.factuality;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.verifier.json.JsonAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the claims of a reply, all of it or none. */
final class ClaimReader {

    private static final int MAX_CLAIMS = 200;
    private static final int MAX_TEMPLATES = 20;
    private static final List<String> HOLES = List.of("{subject}", "{relation}", "{value}");

    private ClaimReader() {}

    /** Whether each part of a claim has its place, once, with something to read between two of them. */
    static boolean usable(List<String> templates) {
        return templates.size() <= MAX_TEMPLATES && templates.stream().allMatch(ClaimReader::usable);
    }

    private static boolean usable(String template) {
        boolean once = HOLES.stream()
                .allMatch(hole -> template.indexOf(hole) >= 0 && template.indexOf(hole) == template.lastIndexOf(hole));
        return once && !template.contains("}{");
    }

    static Optional<Set<Claim>> read(String reply, List<String> templates) {
        Optional<List<Claim>> claims = templates.isEmpty() ? ofJson(reply) : ofSentences(reply, templates);
        return claims.filter(list -> list.size() <= MAX_CLAIMS && list.stream().allMatch(Claim::complete))
                .map(LinkedHashSet::new);
    }

    private static Optional<List<Claim>> ofJson(String reply) {
        if (!(JsonAnswer.in(reply) instanceof JsonAnswer.Found found)
                || !found.value().isArray()) {
            return Optional.empty();
        }
        List<Claim> claims = new ArrayList<>();
        for (JsonNode one : found.value()) {
            JsonNode value = one.path("value");
            boolean form = one.size() == 3
                    && one.path("subject").isTextual()
                    && one.path("relation").isTextual()
                    && (value.isTextual() || value.isNumber() || value.isBoolean());
            if (!form) {
                return Optional.empty();
            }
            String said = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
            claims.add(new Claim(
                    one.get("subject").textValue(), one.get("relation").textValue(), said));
        }
        return Optional.of(claims);
    }

    private static Optional<List<Claim>> ofSentences(String reply, List<String> templates) {
        List<Claim> claims = new ArrayList<>();
        for (String line : reply.split("\\R", -1)) {
            for (String sentence : sentences(line.strip())) {
                Optional<Claim> claim = templates.stream()
                        .flatMap(template -> claim(sentence, template).stream())
                        .findFirst();
                if (claim.isEmpty()) {
                    return Optional.empty();
                }
                claims.add(claim.get());
            }
        }
        return Optional.of(claims);
    }

    private static List<String> sentences(String line) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        int stop = line.indexOf(". ");
        while (stop >= 0) {
            sentences.add(line.substring(from, stop + 1));
            from = stop + 2;
            stop = line.indexOf(". ", from);
        }
        if (from < line.length()) {
            sentences.add(line.substring(from));
        }
        return sentences;
    }

    /** Each place takes as little as it can, the last one what is left. */
    private static Optional<Claim> claim(String sentence, String template) {
        Map<String, String> parts = new HashMap<>();
        int at = 0;
        int rest = 0;
        while (rest < template.length()) {
            int open = template.indexOf('{', rest);
            String literal = template.substring(rest, open < 0 ? template.length() : open);
            if (!sentence.startsWith(literal, at) || (open < 0 && at + literal.length() < sentence.length())) {
                return Optional.empty();
            }
            at += literal.length();
            if (open < 0) {
                break;
            }
            int close = template.indexOf('}', open) + 1;
            int next = template.indexOf('{', close);
            String behind = template.substring(close, next < 0 ? template.length() : next);
            int end = next < 0 ? sentence.length() - behind.length() : sentence.indexOf(behind, at);
            if (end < at) {
                return Optional.empty();
            }
            parts.put(template.substring(open, close), sentence.substring(at, end));
            at = end;
            rest = close;
        }
        return Optional.of(new Claim(
                parts.getOrDefault("{subject}", ""),
                parts.getOrDefault("{relation}", ""),
                parts.getOrDefault("{value}", "")));
    }
}
