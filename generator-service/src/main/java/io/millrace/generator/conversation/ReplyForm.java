package io.millrace.generator.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is declared of the form of a reply, as far as it can be checked in its language. */
final class ReplyForm {

    /** Words that the assistant is told to keep to. */
    static final int LEAST_WORDS = 20;

    static final int MOST_WORDS = 150;

    /** Languages that are told from all others, as primary tags. */
    private static final Set<String> TOLD_APART =
            Set.of("de", "el", "en", "fi", "fr", "he", "hu", "it", "ja", "ko", "pl", "ro", "th", "tr", "vi", "zh");

    /** Languages that put no blanks between words. */
    private static final Set<String> WITHOUT_BLANKS = Set.of("ja", "km", "lo", "my", "th", "zh");

    private ReplyForm() {}

    static List<String> constraints(String language) {
        List<String> constraints = new ArrayList<>();
        if (!WITHOUT_BLANKS.contains(language)) {
            constraints.add("{\"type\":\"words\",\"atLeast\":%d,\"atMost\":%d}".formatted(LEAST_WORDS, MOST_WORDS));
        }
        if (TOLD_APART.contains(language)) {
            constraints.add("{\"type\":\"language\",\"is\":\"%s\"}".formatted(language));
        }
        return List.copyOf(constraints);
    }
}
