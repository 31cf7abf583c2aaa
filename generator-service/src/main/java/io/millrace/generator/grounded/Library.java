package io.millrace.generator.grounded;

import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Document;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The documents of a seed. */
record Library(List<Document> documents, List<Passage> passages) {

    private static final int MAX_LENGTH = 100_000;
    private static final Pattern CITABLE = Pattern.compile("[\\p{L}\\p{N}_.-]+");

    Library {
        documents = List.copyOf(documents);
        passages = List.copyOf(passages);
    }

    /**
     * Reads the documents.
     *
     * @throws UnusableSeedException if there are none, too much of them, or nothing in them that can be cited
     */
    static Library of(Seed seed) {
        Task task = seed.getTask();
        ChatTask chat = task == null ? null : task.getChat();
        List<Document> documents = chat == null ? List.of() : chat.getDocuments();
        int length = documents.stream()
                .mapToInt(document -> document.getText().length())
                .sum();
        long citable = documents.stream()
                .map(Document::getId)
                .filter(id -> CITABLE.matcher(id).matches())
                .distinct()
                .count();
        List<Passage> passages = length > MAX_LENGTH ? List.of() : Passage.of(documents);
        if (passages.isEmpty() || citable < documents.size()) {
            throw new UnusableSeedException(
                    "the seed needs a chat task with documents of 1 to %d characters that can be cited, each by its own id"
                            .formatted(MAX_LENGTH));
        }
        return new Library(documents, passages);
    }

    /** All of them, as they are shown to a model. */
    String text() {
        return documents.stream()
                .map(document -> "<document id=\"%s\">\n%s\n\n%s\n</document>"
                        .formatted(
                                document.getId(),
                                document.getTitle(),
                                document.getText().strip()))
                .collect(Collectors.joining("\n\n"));
    }
}
