package io.millrace.deploy.command;

import io.millrace.deploy.stream.Extent;
import io.millrace.deploy.stream.Stretch;
import io.millrace.schemas.Verified;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which verdicts a replay is about. */
final class ReplayOptions {

    @Option(
            names = "--range",
            paramLabel = "RANGE",
            description =
                    "Only these verdicts: a partition of topic verified, its first offset and the one after its last,"
                            + " as in 0:1000-2000, 0:1000- or 0; may be repeated. Everything by default.")
    private List<String> ranges = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "From the first verdict of a partition written then or later, for instance 2026-05-01T12:00:00Z.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Up to the first verdict of a partition written then or later.")
    private @Nullable Instant until;

    @Option(names = "--dataset", paramLabel = "NAME", description = "Only candidates for this dataset.")
    private @Nullable String dataset;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N candidates, partition by partition.")
    private long limit = Long.MAX_VALUE;

    Extent extent() {
        return new Extent(ranges.stream().map(Stretch::parse).toList(), since, until);
    }

    boolean wants(Verified verdict) {
        return dataset == null || verdict.getCandidate().getSeed().getDataset().equals(dataset);
    }

    long limit() {
        return limit;
    }
}
