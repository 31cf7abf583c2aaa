package io.millrace.evaluator.dataset;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Verified;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what goes into a version. */
final class Tally {

    private static final Comparator<Manifest.Writer> BY_SERVICE = Comparator.comparing(Manifest.Writer::service)
            .thenComparing(Manifest.Writer::version)
            .thenComparing(Manifest.Writer::gitCommit);

    private final SortedMap<String, Long> splits = new TreeMap<>();
    private final SortedMap<String, Long> domains = new TreeMap<>();
    private final SortedMap<String, Long> strategies = new TreeMap<>();
    private final SortedMap<String, Long> licences = new TreeMap<>();
    private final SortedSet<Manifest.Writer> producers = new TreeSet<>(BY_SERVICE);
    private long records;

    void add(Evaluated evaluated) {
        Verified verified = evaluated.getVerified();
        Candidate candidate = verified.getCandidate();
        records++;
        splits.merge(SplitFiles.name(evaluated.getSplit()), 1L, Long::sum);
        domains.merge(candidate.getSeed().getDomain(), 1L, Long::sum);
        strategies.merge(candidate.getStrategy().getName(), 1L, Long::sum);
        licences.merge(Objects.requireNonNullElse(evaluated.getProvenance().getLicence(), "unknown"), 1L, Long::sum);
        addProducer(candidate.getSeed().getProvenance());
        addProducer(candidate.getProvenance());
        addProducer(verified.getProvenance());
        addProducer(evaluated.getProvenance());
    }

    private void addProducer(Provenance provenance) {
        var producer = provenance.getProducer();
        producers.add(new Manifest.Writer(producer.getService(), producer.getVersion(), producer.getGitCommit()));
    }

    long records() {
        return records;
    }

    Manifest.Counts counts() {
        return new Manifest.Counts(splits, domains, strategies, licences);
    }

    List<Manifest.Writer> producers() {
        return new ArrayList<>(producers);
    }
}
