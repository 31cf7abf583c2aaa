package io.millrace.verifier.stream;

import io.millrace.schemas.Fact;
import io.millrace.schemas.FactKey;
import io.millrace.verifier.factuality.ReferenceException;
import io.millrace.verifier.factuality.ReferenceTable.Answers;
import io.millrace.verifier.factuality.ReferenceTable.Question;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The facts of a topic as far as it has been read, in bounded memory. Safe for use by several threads. */
final class HeldFacts {

    private static final String MEASUREMENT = "facts";

    private final long maxBytes;
    private final Duration patience;
    private final Map<String, Held> byKey = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long bytes;
    private String readTo = "";
    private boolean whole;
    private @Nullable String fault;

    /**
     * Holds nothing yet.
     *
     * @param maxBytes of all facts, as they lie in the topic
     * @param patience how long somebody who asks waits until the topic has been read
     */
    HeldFacts(long maxBytes, Duration patience) {
        this.maxBytes = maxBytes;
        this.patience = patience;
    }

    private record Held(Fact fact, int bytes) {}

    /**
     * What a record makes of a fact.
     *
     * @param fact null where nothing is known any more
     */
    record Change(String key, @Nullable Fact fact, int bytes) {}

    /** Forgets everything, to be read anew. */
    void restart() {
        locked(() -> {
            forget();
            fault = null;
        });
    }

    /** Says why nobody can be answered. */
    void fail(String why) {
        locked(() -> {
            forget();
            fault = why;
        });
    }

    /**
     * Takes over what was read.
     *
     * @param position how far that is, in words
     * @param end whether there was no more when the reading began
     * @return false where there is too much, and nobody is answered any more
     */
    boolean take(List<Change> changes, String position, boolean end) {
        locked(() -> {
            changes.forEach(this::apply);
            readTo = position;
            whole |= end;
        });
        if (bytes > maxBytes) {
            fail("the facts take more than %,d bytes; maxMegabytes in the recipe allows for more".formatted(maxBytes));
            return false;
        }
        return true;
    }

    private void apply(Change change) {
        Fact fact = change.fact();
        Held before =
                fact == null ? byKey.remove(change.key()) : byKey.put(change.key(), new Held(fact, change.bytes()));
        bytes += (fact == null ? 0 : change.bytes()) - (before == null ? 0 : before.bytes());
    }

    /** The answers by all that has been read by now, once that is the whole topic. */
    Answers answers(List<Question> questions) throws ReferenceException {
        lock.lock();
        try {
            awaitWhole();
            return new Answers(questions.stream().map(this::values).toList(), Map.of(MEASUREMENT, readTo));
        } finally {
            lock.unlock();
        }
    }

    /** All that is known of a subject, in no order. */
    List<Fact> about(String subject) throws ReferenceException {
        lock.lock();
        try {
            awaitWhole();
            return byKey.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(FactKey.about(subject)))
                    .map(entry -> entry.getValue().fact())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private List<String> values(Question question) {
        Held held = byKey.get(FactKey.of(question.subject(), question.relation()));
        return held == null ? List.of() : held.fact().getValues();
    }

    private void awaitWhole() throws ReferenceException {
        long left = patience.toNanos();
        try {
            while (!whole && fault == null && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String why = fault;
        if (why != null) {
            throw new ReferenceException(why, false);
        }
        if (!whole) {
            throw new ReferenceException("the facts have not been read to their end yet", true);
        }
    }

    private void forget() {
        byKey.clear();
        bytes = 0;
        readTo = "";
        whole = false;
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
