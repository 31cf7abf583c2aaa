package io.millrace.evaluator.http;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.evaluator.monitor.ResultLedger;
import io.millrace.evaluator.result.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each version of a dataset changed in its records, and in what models can do. */
@Serdeable
record ProgressFacts(String dataset, List<VersionFacts> versions) {

    /**
     * One version.
     *
     * @param event the id of the event that announced it
     * @param manifest where all that is known of it is, below the root of all datasets
     * @param domains its records by domain
     */
    @Serdeable
    record VersionFacts(
            int version,
            String event,
            String manifest,
            long records,
            String cutAt,
            SortedMap<String, DomainFacts> domains,
            List<ResultFacts> results) {

        private static VersionFacts of(ResultLedger.Version version, Progress progress) {
            var domains = new TreeMap<String, DomainFacts>();
            version.domains()
                    .forEach((name, counts) -> domains.put(name, new DomainFacts(counts.added(), counts.before())));
            return new VersionFacts(
                    version.number(),
                    version.event(),
                    version.directory() + "/manifest.json",
                    version.records(),
                    version.cutAt(),
                    domains,
                    progress.of(version.number())
                            .map(result -> ResultFacts.of(result, progress))
                            .toList());
        }
    }

    /** Records that a version adds, and that the version before it added. */
    @Serdeable
    record DomainFacts(long added, long before) {}

    static ProgressFacts of(String dataset, List<ResultLedger.Version> versions, Progress progress) {
        return new ProgressFacts(
                dataset,
                versions.stream()
                        .sorted(Comparator.comparingInt(ResultLedger.Version::number))
                        .map(version -> VersionFacts.of(version, progress))
                        .toList());
    }
}
