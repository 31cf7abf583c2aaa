package io.millrace.verifier.grounding;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.verifier.json.JsonAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reply taken apart.
 *
 * @param prose what is said beside the citations
 * @param citations what is quoted, and from where
 * @param uncited quotations that name no place
 * @param silent whether it says nothing but that the documents do not say
 */
record Answer(String prose, List<Citation> citations, List<String> uncited, boolean silent) {

    private static final int MAX_MARK = 120;
    private static final int MAX_QUOTATIONS = 200;

    Answer {
        citations = List.copyOf(citations);
        uncited = List.copyOf(uncited);
    }

    /** Empty where it is JSON of another form, or has more quotations than anybody looks up. */
    static Optional<Answer> read(String reply) {
        Optional<Answer> answer = JsonAnswer.in(reply) instanceof JsonAnswer.Found found
                        && found.value().has("citations")
                ? ofJson(found.value())
                : Optional.of(new Reader(reply).read());
        return answer.filter(Answer::withinBounds);
    }

    private boolean withinBounds() {
        return citations.size() + uncited.size() <= MAX_QUOTATIONS;
    }

    private static Optional<Answer> ofJson(JsonNode json) {
        JsonNode answer = json.path("answer");
        JsonNode declared = json.get("citations");
        if (!declared.isArray() || !(answer.isTextual() || answer.isNull())) {
            return Optional.empty();
        }
        List<Citation> citations = new ArrayList<>();
        for (JsonNode one : declared) {
            JsonNode section = one.path("section");
            boolean form = one.path("quote").isTextual()
                    && one.path("document").isTextual()
                    && (section.isTextual() || section.isMissingNode());
            if (!form) {
                return Optional.empty();
            }
            citations.add(new Citation(
                    one.get("quote").textValue(), one.get("document").textValue(), section.textValue()));
        }
        Answer said = new Reader(answer.isNull() ? "" : answer.textValue()).read();
        citations.addAll(said.citations());
        return Optional.of(new Answer(said.prose(), citations, said.uncited(), answer.isNull()));
    }

    /** Goes over a text once, quotation by quotation. */
    private static final class Reader {

        private final String text;
        private final StringBuilder prose = new StringBuilder();
        private final List<Citation> citations = new ArrayList<>();
        private final List<String> uncited = new ArrayList<>();

        Reader(String text) {
            this.text = text;
        }

        Answer read() {
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                int close = c == '"' || c == '“' || c == '„' ? closing(at) : -1;
                if (close > 0) {
                    at = quotation(text.substring(at + 1, close), close + 1);
                } else if (c == '[') {
                    at = mark(null, at);
                } else {
                    prose.append(c);
                    at++;
                }
            }
            return new Answer(prose.toString(), citations, uncited, false);
        }

        private int closing(int open) {
            String closers = text.charAt(open) == '"' ? "\"" : "”“";
            for (int i = open + 1; i < text.length(); i++) {
                if (closers.indexOf(text.charAt(i)) >= 0) {
                    return i;
                }
            }
            return -1;
        }

        private int quotation(String quote, int after) {
            int mark = after;
            while (mark < text.length() && Character.isWhitespace(text.charAt(mark))) {
                mark++;
            }
            if (text.startsWith("[", mark)) {
                return mark(quote, mark);
            }
            uncited.add(quote);
            return after;
        }

        /** Reads what stands in the brackets; without a quotation, brackets that name no place are prose. */
        private int mark(@Nullable String quote, int open) {
            int close = text.substring(open, Math.min(text.length(), open + MAX_MARK))
                            .indexOf(']')
                    + open;
            if (close < open) {
                prose.append('[');
                return open + 1;
            }
            String inside = text.substring(open + 1, close).strip();
            int sign = inside.indexOf('§');
            if (quote != null || sign >= 0 || Library.citable(inside)) {
                String document = sign < 0 ? inside : inside.substring(0, sign).strip();
                citations.add(new Citation(
                        quote,
                        document,
                        sign < 0 ? null : inside.substring(sign + 1).strip()));
            } else {
                prose.append(text, open, close + 1);
            }
            return close + 1;
        }
    }
}
