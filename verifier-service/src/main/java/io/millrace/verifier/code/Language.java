package io.millrace.verifier.code;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A language that programs are written in. */
public enum Language {
    PYTHON("python", "python", "python3?|py") {
        @Override
        String definition(String name) {
            return "^\\s*(?:(?:async\\s+)?def|class)\\s+%1$s\\b|^%1$s\\s*=".formatted(name);
        }
    },
    JAVASCRIPT("javascript", "javascript|js|node", "javascript|js|node(?:js)?|mjs|cjs") {
        @Override
        String definition(String name) {
            return "\\b(?:function\\s*\\*?|const|let|var|class)\\s+%1$s\\b|\\bexports\\b.*\\b%1$s\\b|^%1$s\\s*="
                    .formatted(name);
        }
    },
    JAVA("java", "java", "java") {
        @Override
        String definition(String name) {
            return "[\\w>\\]]\\s+%s\\s*\\(".formatted(name);
        }
    };

    private final String label;
    private final Pattern names;
    private final Pattern fence;

    Language(String label, String names, String fence) {
        this.label = label;
        this.names = Pattern.compile(names);
        this.fence = Pattern.compile("(?i:(?:" + fence + ")\\b.*)");
    }

    /** The language that a task calls so. */
    static Optional<Language> of(String name) {
        return Stream.of(values())
                .filter(each -> each.names.matcher(name).matches())
                .findFirst();
    }

    /** The name in lower case, for instance "javascript". */
    public String label() {
        return label;
    }

    /** What a fence of a program says of its language. */
    Pattern fence() {
        return fence;
    }

    /** Where a program defines what has this name. */
    Pattern definitionOf(String name) {
        return Pattern.compile("(?m)" + definition(Pattern.quote(name)));
    }

    abstract String definition(String name);
}
