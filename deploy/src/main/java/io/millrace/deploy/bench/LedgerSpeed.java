package io.millrace.deploy.bench;

import io.millrace.evaluator.diversity.Likeness;
import io.millrace.evaluator.diversity.Wording;
import io.millrace.evaluator.stream.Formats;
import io.millrace.evaluator.stream.LedgerForm;
import io.millrace.evaluator.trigger.Dimension;
import io.millrace.evaluator.trigger.Entry;
import io.millrace.evaluator.trigger.Ledger;
import io.millrace.evaluator.trigger.Policies;
import io.millrace.evaluator.trigger.Standing;
import io.millrace.schemas.DatasetCut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How fast records are entered into a dataset's ledger, which is read and written with each, on one core and without a broker. */
final class LedgerSpeed {

    private static final int AT_ONCE = 2_000;
    private static final int WARM_UP = 20_000;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<Dimension, String> LABELS = Map.of(
            Dimension.DIFFICULTY, "1", Dimension.LENGTH, "256", Dimension.DOMAIN, "bench", Dimension.TEACHER, "none");

    private final PlantedExchanges planted = new PlantedExchanges(Integer.MAX_VALUE);
    private final Policies policies = Policies.every(1_000);
    private final Formats formats = Formats.of(new NumberedSchemas());

    /** With so many records. */
    List<Measured> measure(int records) {
        double bare = rate(records, answer -> Wording.NONE, false);
        String baseline = "without any words";
        return List.of(
                new Measured(
                        "ledger with distinct-4", "records/CPU-s", rate(records, Wording::of, false), baseline, bare),
                new Measured(
                        "ledger with all its windows",
                        "records/CPU-s",
                        rate(records, Wording::of, true),
                        baseline,
                        bare),
                new Measured("a full window alone", "ms", window(), "what is wanted", 100));
    }

    private double rate(int records, Function<String, Wording> words, boolean windows) {
        var book = new Book(windows);
        enter(book, 0, WARM_UP, words);
        return records / (enter(book, WARM_UP, records, words) / 1e9);
    }

    /** The processor time that it took, without making the texts. */
    private long enter(Book book, int first, int count, Function<String, Wording> words) {
        long nanos = 0;
        for (int from = first; from < first + count; from += AT_ONCE) {
            int start = from;
            List<String> answers = answers(start, Math.min(AT_ONCE, first + count - from));
            nanos += CpuTime.nanosOf(() -> {
                for (int at = 0; at < answers.size(); at++) {
                    book.enter(start + at, words.apply(answers.get(at)));
                }
            });
        }
        return nanos;
    }

    private double window() {
        List<Wording> window =
                answers(0, Likeness.WINDOW).stream().map(Wording::of).toList();
        int times = 100;
        Runnable work = () -> {
            for (int time = 0; time < times; time++) {
                Likeness.none().of(window).selfBleu().orElseThrow();
            }
        };
        work.run();
        return CpuTime.nanosOf(work) / 1e6 / times;
    }

    private List<String> answers(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> planted.exchange(number).answer())
                .toList();
    }

    /** The ledger of one dataset. */
    private final class Book {

        private final boolean windows;
        private final List<Wording> window = new ArrayList<>(Collections.nCopies(Likeness.WINDOW, Wording.NONE));
        private byte @Nullable [] row;

        Book(boolean windows) {
            this.windows = windows;
        }

        void enter(int offset, Wording words) {
            @Nullable DatasetCut before = row == null ? null : formats.cut().decode(row);
            Ledger ledger = LedgerForm.ledger(before).with(0, offset);
            Standing standing = LedgerForm.standing(before);
            Standing entered = standing.with(new Entry(true, false, NOW, LABELS, words));
            Policies.Decision decision = policies.decide(
                    "bench", windows ? entered.with(looked(standing.likeness(), words)) : entered, false, NOW);
            Ledger next = decision.fired().isEmpty() ? ledger : ledger.next();
            row = formats.cut().encode(LedgerForm.cut("bench", next, decision.standing(), List.of(), NOW));
        }

        private Likeness looked(Likeness likeness, Wording words) {
            if (likeness.looks()) {
                window.set(likeness.place(), Wording.read(words.bytes()));
            }
            return likeness.completes() ? likeness.next().of(window) : likeness.next();
        }
    }
}
