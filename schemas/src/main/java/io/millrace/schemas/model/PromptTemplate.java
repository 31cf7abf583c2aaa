package io.millrace.schemas.model;

import io.millrace.schemas.Hash;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a prompt with places like {@code {{ problem }}} for variables. A version's text never changes; another text is
 * another version.
 */
public record PromptTemplate(String id, String version, String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{ (\\w+) }}");

    /** Reads a template that belongs to the program, from the file {@code id.vN.txt} beside a class. */
    public static PromptTemplate load(Class<?> beside, String id, String version) {
        return new PromptTemplate(id, version, Resource.text(beside, "%s.v%s.txt".formatted(id, version)));
    }

    /** The text with the variables in their places; whatever a variable holds is left as it is. */
    public String render(Map<String, String> variables) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(place, variables)))
                .strip();
    }

    /** The receipt of one rendering. */
    public PromptRef receipt(Map<String, String> variables) {
        return new PromptRef(id, version, hash(), variables);
    }

    /** SHA-256 in lower-case hex over the text. */
    public String hash() {
        return Hash.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private String value(MatchResult place, Map<String, String> variables) {
        String value = variables.get(place.group(1));
        if (value == null) {
            throw new IllegalArgumentException("Prompt template %s knows no variable %s".formatted(id, place.group(1)));
        }
        return value;
    }
}
