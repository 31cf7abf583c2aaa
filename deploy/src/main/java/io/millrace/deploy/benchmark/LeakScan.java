package io.millrace.deploy.benchmark;

import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Shelf;
import io.millrace.deploy.withdrawal.Withdrawals;
import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.evaluator.policy.Leaks;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Topic;
import io.millrace.schemas.WithdrawnRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds what was kept against the benchmarks of today. */
public final class LeakScan {

    private static final int WITHDRAWN_AT_ONCE = 1_000;

    private final Connection connection;
    private final Watchlist watchlist;
    private final Withdrawals withdrawals;

    /** @param watchlist on which the benchmarks are */
    public LeakScan(Connection connection, Watchlist watchlist) {
        this.connection = connection;
        this.watchlist = watchlist;
        this.withdrawals = new Withdrawals(connection);
        connection.ensure(List.of(Topic.EVALUATED));
    }

    /** Goes through all that is kept in some datasets and not withdrawn. */
    public ScanReport run(Predicate<String> datasets) {
        Map<String, Set<String>> withdrawn = new HashMap<>();
        List<Leak> leaks = new ArrayList<>();
        long looked = 0;
        long suspects = 0;
        try (var shelf = new Shelf<>(connection, Topic.EVALUATED)) {
            while (shelf.hasNext()) {
                Shelf.Entry<Evaluated> entry = shelf.next();
                Candidate candidate = entry.value().getVerified().getCandidate();
                String dataset = candidate.getSeed().getDataset();
                if (entry.value().getDecision() != Decision.KEEP
                        || !datasets.test(dataset)
                        || withdrawn.computeIfAbsent(dataset, withdrawals::from).contains(candidate.getId())) {
                    continue;
                }
                looked++;
                Exposure exposure = Leaks.of(candidate, watchlist);
                if (!exposure.leaked().isEmpty()) {
                    leaks.add(leak(dataset, candidate, entry, exposure));
                } else {
                    suspects += exposure.hits().isEmpty() ? 0 : 1;
                }
            }
        }
        return new ScanReport(looked, suspects, leaks, 0);
    }

    /** Withdraws the leaks of a report. */
    public ScanReport withdraw(ScanReport report, String by, Instant at) {
        Map<String, List<Leak>> byDataset = report.leaks().stream()
                .collect(Collectors.groupingBy(Leak::dataset, TreeMap::new, Collectors.toList()));
        byDataset.forEach((dataset, leaks) -> {
            for (int from = 0; from < leaks.size(); from += WITHDRAWN_AT_ONCE) {
                List<Leak> some = leaks.subList(from, Math.min(leaks.size(), from + WITHDRAWN_AT_ONCE));
                withdrawals.withdraw(dataset, some.stream().map(Leak::record).toList(), reason(some), by, at);
            }
        });
        return report.allWithdrawn();
    }

    private static Leak leak(String dataset, Candidate candidate, Shelf.Entry<Evaluated> entry, Exposure exposure) {
        var place = new Coordinates(Topic.EVALUATED.name(), entry.partition(), entry.offset());
        return new Leak(
                dataset,
                new WithdrawnRecord(
                        candidate.getId(), place, candidate.getSeed().getId()),
                exposure.hits().stream().map(Leak.Hit::of).toList());
    }

    private static String reason(List<Leak> leaks) {
        return leaks.stream()
                .flatMap(leak -> leak.hits().stream())
                .map(Leak.Hit::benchmark)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", "contaminated by benchmarks: ", ""));
    }
}
