package io.millrace.schemas;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The identity of content. Two texts are the same where they differ only in Unicode composition (NFC, UAX #15), in line ends, in
 * white space at the end of a line, or in blank space around the whole. Numbers, case and punctuation always count.
 */
public final class ContentHash {

    private static final Pattern LINE_END = Pattern.compile("[ \\t\\x0B\\f]*(?:\\r\\n|\\r|\\n)");

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
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return LINE_END.matcher(composed).replaceAll("\n").strip();
    }
}
