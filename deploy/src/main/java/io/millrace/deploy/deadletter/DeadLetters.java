package io.millrace.deploy.deadletter;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.RawFeed;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** The dead letters of all stages. */
public final class DeadLetters {

    private static final List<Topic<?>> SOURCES = List.of(
            Topic.SEEDS,
            Topic.CANDIDATES,
            Topic.VERIFIED,
            Topic.EVALUATED,
            Topic.WITHDRAWALS,
            Topic.REVIEWS,
            Topic.CUTS,
            Topic.TRAINING_RESULTS,
            Topic.WEBHOOKS);

    private final Connection connection;

    public DeadLetters(Connection connection) {
        this.connection = connection;
        connection.ensure(SOURCES.stream().<Topic<?>>map(Topic::deadLetters).toList());
    }

    public List<Letter> all() {
        return find((address, letter) -> true).stream().map(Found::letter).toList();
    }

    /**
     * One letter.
     *
     * @throws OperatorException if there is none
     */
    public Letter at(LetterAddress wanted) {
        return find((address, letter) -> address.equals(wanted)).stream()
                .map(Found::letter)
                .findFirst()
                .orElseThrow(() -> new OperatorException("There is no dead letter at %s.".formatted(wanted)));
    }

    /** Sends the named letters' records again; with no names, all whose stage said that they may succeed later. */
    public List<Letter> replay(Set<LetterAddress> wanted) {
        List<Found> chosen =
                find((address, letter) -> wanted.isEmpty() ? letter.getReplayable() : wanted.contains(address));
        try (var feed = new RawFeed(connection)) {
            for (Found found : chosen) {
                DeadLetter original = found.original();
                feed.send(original.getTopic(), Letters.bytes(original.getKey()), Letters.bytes(original.getValue()));
            }
        }
        return chosen.stream().map(Found::letter).toList();
    }

    private record Found(LetterAddress address, DeadLetter original) {

        Letter letter() {
            return Letter.of(address, original);
        }
    }

    private List<Found> find(BiPredicate<LetterAddress, DeadLetter> wanted) {
        var found = new ArrayList<Found>();
        for (Topic<?> source : SOURCES) {
            Topic<DeadLetter> topic = source.deadLetters();
            try (var shelf = new Shelf<>(connection, topic)) {
                while (shelf.hasNext()) {
                    Shelf.Entry<DeadLetter> entry = shelf.next();
                    var address = new LetterAddress(topic.name(), entry.partition(), entry.offset());
                    if (wanted.test(address, entry.value())) {
                        found.add(new Found(address, entry.value()));
                    }
                }
            }
        }
        return found;
    }
}
