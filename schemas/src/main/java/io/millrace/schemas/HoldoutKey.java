package io.millrace.schemas;

import java.util.ArrayList;
import java.util.List;

/** What a problem that is held out for testing is kept under: the identity of its content, and the dataset that it is held out of. */
public final class HoldoutKey {

    private static final int HEX_DIGITS = 13;
    private static final double PLACES = 0x1p52;

    private HoldoutKey() {}

    public static String of(String dataset, Task task) {
        return content(task) + "/" + dataset;
    }

    /**
     * The same for every dataset, and whatever a problem's id, kind, answer or layout: a hash of its words. A question about documents is
     * known by these, so that all questions about one text stay together.
     */
    public static String content(Task task) {
        ChatTask chat = task.getChat();
        if (chat == null) {
            return ofText(TaskText.of(task));
        }
        if (chat.getDocuments().isEmpty()) {
            List<Message> messages = chat.getMessages();
            return ofText(messages.size() == 1 ? messages.getFirst().getContent() : TaskText.of(task));
        }
        List<String> parts = new ArrayList<>(List.of("documents"));
        chat.getDocuments().forEach(document -> parts.add(ContentHash.of(document.getText())));
        return Hash.of(parts);
    }

    private static String ofText(String text) {
        return Hash.of("problem", ContentHash.of(text));
    }

    /** Where a problem stands among all, from 0 to below 1, by its content alone. */
    public static double place(Task task) {
        return Long.parseLong(content(task), 0, HEX_DIGITS, 16) / PLACES;
    }
}
