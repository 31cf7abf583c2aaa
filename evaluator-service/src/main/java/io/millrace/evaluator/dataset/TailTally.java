package io.millrace.evaluator.dataset;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what becomes of rare records. */
final class TailTally {

    /** The most that rare domains have together. */
    private static final double RARE_SHARE = 0.1;

    private final Map<String, Domain> domains = new HashMap<>();
    private final Count all = new Count();

    private static final class Count {

        private long decided;
        private long kept;

        void add(boolean keep) {
            decided++;
            kept += keep ? 1 : 0;
        }

        void add(Count other) {
            decided += other.decided;
            kept += other.kept;
        }
    }

    private record Domain(String name, Count all, Count protectedCases) {}

    void add(String domain, boolean protectedCase, boolean kept) {
        String brief = Counter.brief(domain);
        boolean room = domains.size() < Counter.MAX_APART || domains.containsKey(brief);
        Domain counts = domains.computeIfAbsent(
                room ? brief : Counter.OTHERS, name -> new Domain(name, new Count(), new Count()));
        all.add(kept);
        counts.all.add(kept);
        if (protectedCase) {
            counts.protectedCases.add(kept);
        }
    }

    DatasetQuality.Tail tail() {
        List<Domain> rarestFirst = domains.values().stream()
                .sorted(Comparator.comparingLong((Domain domain) -> domain.all.decided)
                        .thenComparing(Domain::name))
                .toList();
        var tail = new Count();
        long rare = 0;
        long together = 0;
        for (Domain domain : rarestFirst) {
            together += domain.all.decided;
            boolean isRare = together <= RARE_SHARE * all.decided;
            rare += isRare ? 1 : 0;
            tail.add(isRare ? domain.all : domain.protectedCases);
        }
        return new DatasetQuality.Tail(
                rare,
                tail.decided,
                tail.kept,
                Shares.known(tail.kept, tail.decided),
                Shares.known(all.kept - tail.kept, all.decided - tail.decided));
    }
}
