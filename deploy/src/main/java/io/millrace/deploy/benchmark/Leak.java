package io.millrace.deploy.benchmark;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.deploy.console.Printable;
import io.millrace.schemas.BenchmarkHit;
import io.millrace.schemas.WithdrawnRecord;
import java.util.List;
import java.util.stream.Collectors;

/** A kept record that shares text with benchmarks. */
public record Leak(String dataset, @JsonIgnore WithdrawnRecord record, List<Hit> hits) {

    private static final int MAX_NAME = 200;

    public Leak {
        hits = List.copyOf(hits);
    }

    /** What it shares with one item. */
    public record Hit(String benchmark, String version, String item, String match, double coverage, int run) {

        static Hit of(BenchmarkHit hit) {
            return new Hit(
                    hit.getBenchmark(),
                    hit.getVersion(),
                    hit.getItem(),
                    hit.getMatch().name(),
                    hit.getCoverage(),
                    hit.getRun());
        }

        private String text() {
            return "%s/%s (%s, %.0f %% of it, %d words in a row)"
                    .formatted(
                            Printable.line(benchmark, MAX_NAME),
                            Printable.line(item, MAX_NAME),
                            match,
                            100 * coverage,
                            run);
        }
    }

    @JsonProperty
    public String candidateId() {
        return record.getCandidateId();
    }

    /** In words. */
    public String text() {
        return "%s in %s: %s"
                .formatted(
                        candidateId(),
                        Printable.line(dataset, MAX_NAME),
                        hits.stream().map(Hit::text).collect(Collectors.joining(", ")));
    }
}
