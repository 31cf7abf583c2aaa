package io.millrace.verifier.constraint;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.verifier.json.BoundedJson;
import io.millrace.verifier.json.JsonAnswer;
import io.millrace.verifier.json.JsonReading;
import io.millrace.verifier.language.LanguageDetection;
import io.millrace.verifier.language.LanguageMatch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads constraints as tasks declare them; one of any other form is empty, never passed over. */
final class ConstraintReader {

    private static final int MAX_TEXT = 500;
    private static final String COMMAS = ",،、，﹐﹑；︐︑";
    private static final Set<String> QUANTITIES = Set.of("atLeast", "atMost", "exactly");

    private static final Map<String, Function<String, Count>> COUNTED = Map.of(
            "words", Words::count,
            "sentences", Sentences::count,
            "paragraphs", Layout::paragraphs,
            "characters", text -> Count.exactly(text.codePoints().count()),
            "headings", Layout::headings,
            "bullets", Layout::bullets,
            "placeholders", Layout::placeholders);

    private final LanguageDetection languages;

    ConstraintReader(LanguageDetection languages) {
        this.languages = languages;
    }

    Optional<Constraint> read(String json) {
        if (!(BoundedJson.read(json) instanceof JsonReading.Document document)
                || !document.root().isObject()) {
            return Optional.empty();
        }
        JsonNode declared = document.root();
        String type = declared.path("type").asText();
        Function<String, Count> counted = COUNTED.get(type);
        if (counted != null) {
            return counted(declared, counted);
        }
        return switch (type) {
            case "contains", "excludes" -> keyword(declared, type.equals("contains"));
            case "startsWith" ->
                text(declared, "text")
                        .filter(text -> only(declared, "text"))
                        .map(text -> reply -> Finding.of(reply.strip().startsWith(text)));
            case "endsWith" ->
                text(declared, "text")
                        .filter(text -> only(declared, "text"))
                        .map(text -> reply -> Finding.of(reply.strip().endsWith(text)));
            case "case" ->
                text(declared, "is").filter(is -> only(declared, "is")).flatMap(ConstraintReader::letters);
            case "language" ->
                text(declared, "is")
                        .filter(is -> only(declared, "is"))
                        .map(tag -> reply -> finding(languages.match(reply, tag)));
            case "json" -> plain(declared, reply -> JsonAnswer.in(reply) instanceof JsonAnswer.Found);
            case "noCommas" -> plain(declared, reply -> reply.chars().noneMatch(c -> COMMAS.indexOf(c) >= 0));
            case "quoted" -> plain(declared, ConstraintReader::quoted);
            default -> Optional.empty();
        };
    }

    private static Optional<Constraint> plain(JsonNode declared, Function<String, Boolean> met) {
        return only(declared) ? Optional.of(reply -> Finding.of(met.apply(reply))) : Optional.empty();
    }

    private static Optional<Constraint> counted(JsonNode declared, Function<String, Count> counted) {
        return only(declared, "atLeast", "atMost", "exactly")
                ? quantity(declared).map(quantity -> reply -> quantity.of(counted.apply(reply.strip())))
                : Optional.empty();
    }

    private static Optional<Constraint> keyword(JsonNode declared, boolean wanted) {
        boolean form = wanted
                ? only(declared, "keyword", "caseSensitive", "atLeast", "atMost", "exactly")
                : only(declared, "keyword", "caseSensitive");
        boolean counted = QUANTITIES.stream().anyMatch(declared::has);
        Optional<Quantity> quantity = counted ? quantity(declared) : Optional.of(Quantity.ANY_AT_ALL);
        Optional<String> keyword = text(declared, "keyword")
                .filter(text -> !Words.plain(text, true).isBlank());
        JsonNode sensitive = declared.path("caseSensitive");
        if (!form || quantity.isEmpty() || keyword.isEmpty() || !(sensitive.isMissingNode() || sensitive.isBoolean())) {
            return Optional.empty();
        }
        return Optional.of(reply -> {
            int found = Words.occurrences(reply, keyword.get(), sensitive.asBoolean());
            return wanted ? quantity.get().of(Count.exactly(found)) : Finding.of(found == 0);
        });
    }

    private static Optional<Constraint> letters(String which) {
        return switch (which) {
            case "upper" -> Optional.of(reply -> cased(reply, true));
            case "lower" -> Optional.of(reply -> cased(reply, false));
            default -> Optional.empty();
        };
    }

    private static Finding cased(String reply, boolean upper) {
        boolean has = reply.codePoints().anyMatch(upper ? Character::isUpperCase : Character::isLowerCase);
        boolean other = reply.codePoints().anyMatch(upper ? Character::isLowerCase : Character::isUpperCase);
        return Finding.of(has && !other);
    }

    private static boolean quoted(String reply) {
        String text = reply.strip();
        return text.length() > 2
                && ((text.startsWith("\"") && text.endsWith("\"")) || (text.startsWith("“") && text.endsWith("”")));
    }

    private static Finding finding(LanguageMatch match) {
        return switch (match) {
            case SAME -> Finding.MET;
            case OTHER -> Finding.VIOLATED;
            case UNDECIDED -> Finding.UNDECIDED;
        };
    }

    private static Optional<Quantity> quantity(JsonNode declared) {
        for (String name : QUANTITIES) {
            JsonNode bound = declared.path(name);
            if (!bound.isMissingNode() && !(bound.isInt() && bound.intValue() >= 0)) {
                return Optional.empty();
            }
        }
        if (declared.has("exactly")) {
            int exactly = declared.get("exactly").intValue();
            return declared.has("atLeast") || declared.has("atMost")
                    ? Optional.empty()
                    : Optional.of(new Quantity(exactly, exactly));
        }
        var quantity = new Quantity(
                declared.path("atLeast").asInt(0), declared.path("atMost").asInt(Integer.MAX_VALUE));
        return (declared.has("atLeast") || declared.has("atMost")) && quantity.atLeast() <= quantity.atMost()
                ? Optional.of(quantity)
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode declared, String name) {
        return Optional.ofNullable(declared.path(name).textValue())
                .filter(text -> !text.isEmpty() && text.length() <= MAX_TEXT);
    }

    private static boolean only(JsonNode declared, String... names) {
        Set<String> allowed = Set.of(names);
        return declared.properties().stream()
                .allMatch(field -> field.getKey().equals("type") || allowed.contains(field.getKey()));
    }
}
