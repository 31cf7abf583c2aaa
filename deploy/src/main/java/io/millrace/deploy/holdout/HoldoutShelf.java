package io.millrace.deploy.holdout;

import io.millrace.deploy.benchmark.BenchmarkShelf;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.deploy.stream.Shelf;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.schemas.BenchmarkItem;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.HoldoutKey;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.TaskText;
import io.millrace.schemas.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The problems that a factory holds out, each with its answer. */
public final class HoldoutShelf {

    /** What records of a dataset are held against, so that a problem that is held out is not learnt in other words around it. */
    private static final String BENCHMARK = "holdout-";

    private final Connection connection;

    public HoldoutShelf(Connection connection) {
        this.connection = connection;
        connection.ensure(List.of(Topic.HOLDOUTS));
    }

    /** All that there are now, in the order of their keys. */
    public List<Seed> seeds() {
        Map<String, Seed> seeds = new TreeMap<>();
        try (var shelf = Shelf.withTombstones(connection, Topic.HOLDOUTS, seeds::remove)) {
            shelf.forEachRemaining(entry -> key(entry.value()).ifPresent(key -> seeds.put(key, entry.value())));
        }
        return new ArrayList<>(seeds.values());
    }

    /**
     * Holds problems out, which is to be done before anything else of their file goes in.
     *
     * @throws OperatorException if evaluators have no room for them
     */
    public void hold(List<Seed> held, Instant at) {
        if (held.isEmpty()) {
            return;
        }
        try (var feed = new Feed<>(connection, Topic.HOLDOUTS)) {
            held.forEach(seed -> key(seed).ifPresent(key -> feed.send(key, seed)));
        }
        List<Seed> all = seeds();
        var datasets = new TreeSet<String>();
        held.forEach(seed -> datasets.add(seed.getDataset()));
        datasets.forEach(dataset -> watch(dataset, all, at));
    }

    private void watch(String dataset, List<Seed> all, Instant at) {
        List<BenchmarkItem> items = all.stream()
                .filter(seed -> seed.getDataset().equals(dataset))
                .flatMap(seed -> text(seed).map(text -> new BenchmarkItem(seed.getId(), List.of(text))).stream())
                .toList();
        if (!items.isEmpty()) {
            new BenchmarkShelf(connection).add(BENCHMARK + dataset, items, Watchlist.USUAL_WORDS, at);
        }
    }

    /**
     * What other records may not say: the question of a real problem. Where the question is only an instruction for what comes along with
     * it, many problems have the same, and nothing is found by it.
     */
    private static Optional<String> text(Seed seed) {
        Task task = seed.getTask();
        if (task == null || !seed.getSource().getReal()) {
            return Optional.empty();
        }
        ChatTask chat = task.getChat();
        if (chat != null) {
            return chat.getMessages().size() == 1 && chat.getDocuments().isEmpty()
                    ? Optional.of(chat.getMessages().getFirst().getContent())
                    : Optional.empty();
        }
        boolean wholeInWords = task.getMath() != null || task.getCode() != null || task.getText() != null;
        return wholeInWords ? Optional.of(TaskText.of(task)) : Optional.empty();
    }

    private static Optional<String> key(Seed seed) {
        return Optional.ofNullable(seed.getTask()).map(task -> HoldoutKey.of(seed.getDataset(), task));
    }
}
