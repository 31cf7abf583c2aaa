package io.millrace.generator.grounded;

import io.millrace.schemas.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a citation can name: a section of a document without the sections under it, or a document that has no sections.
 *
 * @param place as citations name it, "policy §3.1" or "policy"
 */
record Passage(String place, String text) {

    private static final Pattern HEADING = Pattern.compile("(?:#+\\s*§?|§)\\s*([0-9]+(?:\\.[0-9]+)*)\\.?(?:[\\s:].*)?");
    private static final Pattern SPACE = Pattern.compile("[\\s\\h]+");

    /** A heading alone is nothing to ask about. */
    private static final int LEAST_LENGTH = 40;

    /** All that are long enough to ask about. */
    static List<Passage> of(List<Document> documents) {
        return documents.stream()
                .flatMap(document -> of(document).stream())
                .filter(passage -> passage.text().length() >= LEAST_LENGTH)
                .toList();
    }

    private static List<Passage> of(Document document) {
        List<Passage> passages = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Optional<String> section = Optional.empty();
        for (String line : document.getText().lines().toList()) {
            Matcher heading = HEADING.matcher(line.strip());
            if (heading.matches()) {
                section.ifPresent(number -> passages.add(of(document, number, open)));
                open.clear();
                section = Optional.of(heading.group(1));
            }
            open.add(line);
        }
        section.ifPresent(number -> passages.add(of(document, number, open)));
        return section.isPresent() ? passages : List.of(new Passage(document.getId(), plain(document.getText())));
    }

    private static Passage of(Document document, String section, List<String> lines) {
        return new Passage(
                "%s §%s".formatted(document.getId(), section),
                plain(lines.stream().collect(Collectors.joining("\n"))));
    }

    /** Whether the words stand there one after the other; white space may differ. */
    boolean holds(String quote) {
        return text.contains(plain(quote));
    }

    private static String plain(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
