package io.millrace.generator.repair;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What has to be known of a programming language to compare two programs in it. */
enum ProgramLanguage {
    PYTHON("^\\s*(?:(?:async\\s+)?def|class)\\s+%1$s\\b|^%1$s\\s*=", List.of("#")),
    JAVASCRIPT(
            "\\b(?:function\\s*\\*?|const|let|var|class)\\s+%1$s\\b|\\bexports\\b.*\\b%1$s\\b|^%1$s\\s*=",
            List.of("//", "/*")),
    JAVA("[\\w>\\]]\\s+%s\\s*\\(", List.of("//", "/*"));

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String definition;

    @SuppressWarnings("ImmutableEnumChecker") // a list made by List.of never changes
    private final List<String> comments;

    ProgramLanguage(String definition, List<String> comments) {
        this.definition = definition;
        this.comments = comments;
    }

    /** The language that a task calls so. */
    static Optional<ProgramLanguage> of(String name) {
        return Stream.of(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean defines(String program, String entryPoint) {
        return Pattern.compile("(?m)" + definition.formatted(Pattern.quote(entryPoint)))
                .matcher(program)
                .find();
    }

    /** Whether two programs differ in more than white space and comments of whole lines. */
    boolean differ(String one, String other) {
        return !bare(one).equals(bare(other));
    }

    /** Whether a line of the one program has a comment that the other has nowhere. */
    boolean remarks(String changed, String original) {
        return changed.lines()
                .filter(line -> original.lines().noneMatch(line::equals))
                .flatMap(line -> comment(line).stream())
                .anyMatch(comment -> !original.contains(comment));
    }

    private Optional<String> comment(String line) {
        return comments.stream()
                .filter(line::contains)
                .map(mark -> line.substring(line.indexOf(mark)))
                .findFirst();
    }

    private List<String> bare(String program) {
        return program.lines()
                .filter(line -> comments.stream().noneMatch(line.strip()::startsWith))
                .map(line -> SPACE.matcher(line).replaceAll(""))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
