package io.millrace.evaluator.stream;

import io.millrace.schemas.BenchmarkPage;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Gate;
import io.millrace.schemas.LedgerEntry;
import io.millrace.schemas.Rate;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewCase;
import io.millrace.schemas.ReviewRequest;
import io.millrace.schemas.SeedGroups;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.SchemaIds;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** How each record that the topology reads or writes is put into bytes. */
public record Formats(
        RecordSerde<Verified> verified,
        RecordSerde<Evaluated> evaluated,
        RecordSerde<Coordinates> coordinates,
        RecordSerde<Rate> rate,
        RecordSerde<LedgerEntry> entry,
        RecordSerde<DatasetCut> cut,
        RecordSerde<Withdrawal> withdrawal,
        RecordSerde<Gate> gate,
        RecordSerde<ReviewRequest> reviewRequest,
        RecordSerde<Review> review,
        RecordSerde<ReviewCase> reviewCase,
        RecordSerde<BenchmarkPage> benchmark,
        RecordSerde<SeedGroups> groups) {

    public static Formats of(SchemaIds ids) {
        return new Formats(
                new RecordSerde<>(Topic.VERIFIED, ids),
                new RecordSerde<>(Topic.EVALUATED, ids),
                new RecordSerde<>(Topic.LINEAGE, ids),
                new RecordSerde<>(Topic.RATES, ids),
                new RecordSerde<>(Topic.KEPT_BY_DATASET, ids),
                new RecordSerde<>(Topic.CUTS, ids),
                new RecordSerde<>(Topic.WITHDRAWALS, ids),
                new RecordSerde<>(Topic.GATE, ids),
                new RecordSerde<>(Topic.REVIEW_REQUESTS, ids),
                new RecordSerde<>(Topic.REVIEWS, ids),
                new RecordSerde<>(Topic.REVIEW_CASES, ids),
                new RecordSerde<>(Topic.BENCHMARKS, ids),
                new RecordSerde<>(Topic.GROUPS, ids));
    }

    /**
     * Makes every schema known to the registry before the first record is read.
     *
     * @throws io.millrace.schemas.wire.RegistryException if the registry refuses one or cannot be reached
     */
    public void register() {
        verified.register();
        evaluated.register();
        coordinates.register();
        rate.register();
        entry.register();
        cut.register();
        withdrawal.register();
        gate.register();
        reviewRequest.register();
        review.register();
        reviewCase.register();
        benchmark.register();
        groups.register();
    }

    /** Decodes what can be decoded. */
    public static <V extends SpecificRecord> Function<byte[], Optional<V>> lenient(RecordSerde<V> serde) {
        return bytes -> {
            try {
                return Optional.of(serde.decode(bytes));
            } catch (SerializationException unreadable) {
                return Optional.empty();
            }
        };
    }
}
