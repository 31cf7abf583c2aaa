package io.millrace.schemas;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The identity of content. Two texts are the same where they differ only in Unicode composition (NFC, UAX #15), in line ends, in
 * white space at the end of a line, or in blank space around the whole. Numbers, case and punctuation always count.
 */
public final class ContentHash {

    private static final String BLANKS = " \t\u000B\f";

    private ContentHash() {}

    /** The hash of a conversation: who says what, in order, with tool calls; a model's separate reasoning is left out. */
    public static String of(List<Message> messages) {
        List<String> parts = new ArrayList<>();
        for (Message message : messages) {
            parts.add(message.getRole());
            parts.add(canonical(message.getContent()));
            for (ToolCall call : message.getToolCalls()) {
                parts.add(call.getName());
                parts.add(canonical(call.getArguments()));
            }
        }
        return Hash.of(parts);
    }

    /** The hash of a single text. */
    public static String of(String text) {
        return Hash.of(canonical(text));
    }

    static String canonical(String text) {
        return withPlainLineEnds(Normalizer.normalize(text, Normalizer.Form.NFC))
                .strip();
    }

    private static String withPlainLineEnds(String text) {
        var lines = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                lines.setLength(withoutBlankEnd(lines));
                lines.append('\n');
                i += text.startsWith("\r\n", i) ? 1 : 0;
            } else {
                lines.append(c);
            }
        }
        return lines.toString();
    }

    private static int withoutBlankEnd(CharSequence text) {
        int end = text.length();
        while (end > 0 && BLANKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
