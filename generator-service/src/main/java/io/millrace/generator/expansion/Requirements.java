package io.millrace.generator.expansion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.generator.llm.UnusableAnswerException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a reply must keep to: as the verifier checks it, and in words for whoever replies. The words follow from what is checked, so
 * that nothing else can be demanded than what is judged.
 *
 * @param constraints each as canonical JSON, in the forms of a chat task
 * @param words one sentence for each
 */
record Requirements(List<String> constraints, List<String> words) {

    private static final Map<String, String> COUNTED = Map.of(
            "words", "words",
            "sentences", "sentences",
            "paragraphs", "paragraphs, with a blank line between two of them",
            "characters", "characters",
            "headings", "Markdown headings",
            "bullets", "bullet points",
            "placeholders", "placeholders in square brackets");

    private static final Set<String> REPEATABLE = Set.of("contains", "excludes");

    Requirements {
        constraints = List.copyOf(constraints);
        words = List.copyOf(words);
    }

    /**
     * The requirements that a teacher chose, which fit their schema.
     *
     * @throws UnusableAnswerException if no reply could meet them all, or one of them is none
     */
    static Requirements of(JsonNode chosen) throws UnusableAnswerException {
        List<String> constraints = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode constraint : chosen) {
            String type = constraint.path("type").asText();
            String keyword = constraint.path("keyword").asText().toLowerCase(Locale.ROOT);
            String what = REPEATABLE.contains(type) ? "keyword " + keyword : type;
            if (!seen.add(what) || !possible(constraint)) {
                throw new UnusableAnswerException("ContradictoryConstraints", "no reply meets all the constraints");
            }
            constraints.add(canonical(constraint));
            words.add(words(constraint, type));
        }
        boolean whole = seen.contains("json") || seen.contains("quoted");
        if (whole && seen.size() > 1) {
            throw new UnusableAnswerException(
                    "ContradictoryConstraints", "a form of the whole reply stands beside other constraints");
        }
        return new Requirements(constraints, words);
    }

    private static boolean possible(JsonNode constraint) {
        boolean ordered = !constraint.has("atLeast")
                || !constraint.has("atMost")
                || constraint.path("atLeast").intValue()
                        <= constraint.path("atMost").intValue();
        String text = constraint.path("text").asText();
        String keyword = constraint.path("keyword").asText();
        boolean knownLanguage = !constraint.path("type").asText().equals("language")
                || !language(constraint).equals(constraint.path("is").asText());
        return ordered
                && knownLanguage
                && text.equals(text.strip())
                && (keyword.isEmpty() || keyword.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    private static String canonical(JsonNode constraint) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        constraint.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        return new ObjectNode(JsonNodeFactory.instance, sorted).toString();
    }

    private static String words(JsonNode constraint, String type) {
        String is = constraint.path("is").asText();
        String text = constraint.path("text").asText();
        return switch (type) {
            case "contains" ->
                "Use the term \"%s\" %s.".formatted(constraint.path("keyword").asText(), times(constraint));
            case "excludes" ->
                "Do not use the term \"%s\"%s."
                        .formatted(constraint.path("keyword").asText(), sensitivity(constraint));
            case "startsWith" -> "Begin with exactly this text: " + text;
            case "endsWith" -> "End with exactly this text, and nothing after it: " + text;
            case "case" -> "Write in %s letters only.".formatted(is.equals("upper") ? "capital" : "small");
            case "language" -> "Write in " + language(constraint) + ".";
            case "json" -> "Answer with one JSON document and nothing else.";
            case "noCommas" -> "Use no commas.";
            case "quoted" -> "Put the whole answer in double quotation marks.";
            default -> "Write %s %s.".formatted(quantity(constraint), COUNTED.getOrDefault(type, type));
        };
    }

    /** In English; the code itself where it is none of a language. */
    private static String language(JsonNode constraint) {
        return Locale.forLanguageTag(constraint.path("is").asText()).getDisplayLanguage(Locale.ENGLISH);
    }

    private static String times(JsonNode constraint) {
        String quantity = quantity(constraint);
        return (quantity.isEmpty() ? "at least once" : quantity + " times") + sensitivity(constraint);
    }

    private static String sensitivity(JsonNode constraint) {
        return constraint.path("caseSensitive").asBoolean() ? ", in exactly these capital and small letters" : "";
    }

    private static String quantity(JsonNode constraint) {
        List<String> bounds = new ArrayList<>();
        bound(constraint, "exactly", "exactly", bounds);
        bound(constraint, "atLeast", "at least", bounds);
        bound(constraint, "atMost", "at most", bounds);
        return String.join(" and ", bounds);
    }

    private static void bound(JsonNode constraint, String name, String words, List<String> bounds) {
        if (constraint.has(name)) {
            bounds.add(words + " " + constraint.path(name).intValue());
        }
    }
}
