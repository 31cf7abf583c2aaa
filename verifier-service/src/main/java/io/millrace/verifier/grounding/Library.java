package io.millrace.verifier.grounding;

import io.millrace.schemas.Document;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents of a task and their sections, white space made one blank. */
final class Library {

    private static final int MAX_DOCUMENTS = 50;
    private static final int MAX_TEXT = 500_000;

    private final Map<String, Map<String, String>> sections = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    private Library() {}

    /** Empty where two documents have one id, an id cannot be cited, or there is too much to read. */
    static Optional<Library> of(List<Document> documents) {
        var library = new Library();
        long length = 0;
        for (Document document : documents) {
            length += document.getText().length();
            boolean known = library.texts.containsKey(document.getId());
            if (known || length > MAX_TEXT || documents.size() > MAX_DOCUMENTS || !citable(document.getId())) {
                return Optional.empty();
            }
            library.add(document);
        }
        return Optional.of(library);
    }

    static boolean citable(String id) {
        return !id.isEmpty()
                && id.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }

    private void add(Document document) {
        texts.put(document.getId(), plain(document.getText()));
        Map<String, StringBuilder> open = new LinkedHashMap<>();
        String current = null;
        for (String line : document.getText().split("\\R", -1)) {
            String number = number(line.strip());
            current = number == null ? current : number;
            if (current != null) {
                put(open, current, line);
            }
        }
        Map<String, String> closed = new HashMap<>();
        open.forEach((number, text) -> closed.put(number, plain(text.toString())));
        sections.put(document.getId(), closed);
    }

    /** A line belongs to its section and to every one above it. */
    private static void put(Map<String, StringBuilder> open, String number, String line) {
        String section = number;
        while (!section.isEmpty()) {
            open.computeIfAbsent(section, unseen -> new StringBuilder())
                    .append(line)
                    .append('\n');
            section = section.substring(0, Math.max(0, section.lastIndexOf('.')));
        }
    }

    /** The number of the section that the line begins, or null. */
    private static @Nullable String number(String line) {
        String rest = line;
        while (rest.startsWith("#")) {
            rest = rest.substring(1);
        }
        rest = rest.strip();
        rest = rest.startsWith("§") ? rest.substring(1).strip() : rest;
        if (rest.length() == line.length()) {
            return null;
        }
        int end = 0;
        while (end < rest.length() && (Character.isDigit(rest.charAt(end)) || rest.charAt(end) == '.')) {
            end++;
        }
        String number = rest.substring(0, end);
        String bare = number.endsWith(".") ? number.substring(0, number.length() - 1) : number;
        boolean ends = end == rest.length() || Character.isWhitespace(rest.charAt(end)) || rest.charAt(end) == ':';
        return bare.isEmpty() || !ends || bare.length() > 20 ? null : bare;
    }

    boolean has(String id) {
        return texts.containsKey(id);
    }

    /** Whether the document has the section; null stands for the whole document. */
    boolean has(String id, @Nullable String section) {
        return text(id, section) != null;
    }

    /** Whether the words stand there, one after the other and none cut in two. */
    boolean holds(String id, @Nullable String section, String quote) {
        String text = text(id, section);
        return text != null && within(text, plain(quote));
    }

    boolean holdsAnywhere(String quote) {
        return texts.values().stream().anyMatch(text -> within(text, plain(quote)));
    }

    private @Nullable String text(String id, @Nullable String section) {
        Map<String, String> parts = sections.get(id);
        return section == null || parts == null ? texts.get(id) : parts.get(section);
    }

    private static boolean within(String text, String quote) {
        if (quote.isEmpty()) {
            return false;
        }
        int at = text.indexOf(quote);
        while (at >= 0) {
            if (!cuts(text, at) && !cuts(text, at + quote.length())) {
                return true;
            }
            at = text.indexOf(quote, at + 1);
        }
        return false;
    }

    private static boolean cuts(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLetterOrDigit(text.codePointBefore(at))
                && Character.isLetterOrDigit(text.codePointAt(at));
    }

    static String plain(String text) {
        var result = new StringBuilder();
        boolean gap = false;
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space) {
                result.append(gap && !result.isEmpty() ? " " : "").append(c);
            }
            gap = space;
        }
        return result.toString();
    }
}
