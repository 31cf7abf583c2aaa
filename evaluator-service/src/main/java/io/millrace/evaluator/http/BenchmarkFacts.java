package io.millrace.evaluator.http;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.schemas.BenchmarkHit;

/** What a record shares with one item of a benchmark. */
@Serdeable
record BenchmarkFacts(String benchmark, String version, String item, String match, double coverage, int run) {

    static BenchmarkFacts of(BenchmarkHit hit) {
        return new BenchmarkFacts(
                hit.getBenchmark(),
                hit.getVersion(),
                hit.getItem(),
                hit.getMatch().name(),
                hit.getCoverage(),
                hit.getRun());
    }
}
