package io.millrace.evaluator.contamination;

import io.millrace.schemas.BenchmarkHit;
import io.millrace.schemas.BenchmarkPage;
import io.millrace.schemas.Drop;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The benchmarks that records are held against, as they come and go. Any thread may ask while another changes them. */
public final class Watchlist {

    /** The words that there is usually room for. */
    public static final int USUAL_WORDS = 4_000_000;

    private static final String RULE = "contamination";
    private static final double WHOLE = 1;

    private final LeakRule rule;
    private final boolean drops;
    private final int mostWords;
    private final AtomicReference<Benchmarks> held = new AtomicReference<>(Benchmarks.NONE);

    /**
     * A list on which there is nothing yet.
     *
     * @param drops whether records that leak are dropped, and not only noted
     * @param mostWords of all items together
     */
    public Watchlist(LeakRule rule, boolean drops, int mostWords) {
        this.rule = rule;
        this.drops = drops;
        this.mostWords = mostWords;
    }

    /** Holds the benchmarks of these pages from now on. */
    public void hold(List<BenchmarkPage> pages) {
        held.set(Benchmarks.of(pages, mostWords));
    }

    public Benchmarks held() {
        return held.get();
    }

    /** What the parts of a record share with the benchmarks. */
    public Exposure exposure(Stream<String> parts) {
        Benchmarks benchmarks = held.get();
        return new Exposure(benchmarks.index().in(parts, rule), benchmarks.hash());
    }

    /** Why a record is to be dropped; null where it is not. */
    public @Nullable Drop drop(Exposure exposure) {
        return drops ? exposure.leaks().findFirst().map(this::drop).orElse(null) : null;
    }

    private Drop drop(BenchmarkHit leak) {
        String item = leak.getBenchmark() + "/" + leak.getItem();
        return switch (leak.getMatch()) {
            case RUN -> new Drop(RULE, (double) leak.getRun(), (double) rule.run(), item);
            case COVERAGE -> new Drop(RULE, leak.getCoverage(), rule.coverage(), item);
            case WHOLE, SUSPECT -> new Drop(RULE, leak.getCoverage(), WHOLE, item);
        };
    }

    @Override
    public String toString() {
        return "%s, drops=%s".formatted(rule, drops);
    }
}
