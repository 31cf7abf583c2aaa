package io.millrace.evaluator.stream;

import io.millrace.evaluator.diversity.Likeness;
import io.millrace.evaluator.diversity.Wording;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.streams.state.KeyValueStore;

/** The words of the kept records in each dataset's window, written over by those of the next one. */
final class WordWindows {

    /** Dataset and place in its window to the words there. */
    static final String STORE = "word-windows";

    private final KeyValueStore<String, byte[]> store;

    WordWindows(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** After one more kept record; one without words does not count. */
    Likeness with(String dataset, Likeness likeness, Wording wording) {
        if (wording.empty()) {
            return likeness;
        }
        if (likeness.looks()) {
            store.put(key(dataset, likeness.place()), wording.bytes().array());
        }
        return likeness.completes() ? likeness.next().of(window(dataset)) : likeness.next();
    }

    private List<Wording> window(String dataset) {
        return IntStream.range(0, Likeness.WINDOW)
                .mapToObj(place -> Objects.requireNonNull(store.get(key(dataset, place))))
                .map(words -> Wording.read(ByteBuffer.wrap(words)))
                .toList();
    }

    private static String key(String dataset, int place) {
        return dataset + "|" + place;
    }
}
