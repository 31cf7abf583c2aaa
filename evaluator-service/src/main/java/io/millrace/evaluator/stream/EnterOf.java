package io.millrace.evaluator.stream;

import io.millrace.evaluator.diversity.Wording;
import io.millrace.evaluator.policy.Exchange;
import io.millrace.evaluator.trigger.Dimension;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.LedgerEntry;
import io.millrace.schemas.ModelRef;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Says of a record what the ledger of its dataset takes in, under the dataset's name. */
final class EnterOf extends ContextualProcessor<String, Evaluated, String, LedgerEntry> {

    @Override
    public void process(Record<String, Evaluated> record) {
        var place = context().recordMetadata().orElseThrow();
        Evaluated evaluated = record.value();
        Candidate candidate = evaluated.getVerified().getCandidate();
        boolean kept = evaluated.getDecision() == Decision.KEEP;
        LedgerEntry entry = LedgerEntry.newBuilder()
                .setTopic(place.topic())
                .setPartition(place.partition())
                .setOffset(place.offset())
                .setKept(kept)
                .setContaminated(!evaluated.getContamination().isEmpty())
                .setDecidedAt(Instant.ofEpochMilli(record.timestamp()))
                .setLabels(kept ? labels(candidate) : Map.of())
                .setWords((kept ? Wording.of(Exchange.of(candidate).answer()) : Wording.NONE).bytes())
                .build();
        context().forward(record.withKey(candidate.getSeed().getDataset()).withValue(entry));
    }

    private static Map<String, String> labels(Candidate candidate) {
        var labels = new EnumMap<Dimension, String>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            labels.put(dimension, label(dimension, candidate));
        }
        return labels.entrySet().stream()
                .collect(Collectors.toMap(label -> label.getKey().label(), Map.Entry::getValue));
    }

    private static String label(Dimension dimension, Candidate candidate) {
        return switch (dimension) {
            case DIFFICULTY -> Objects.requireNonNullElse(candidate.getSeed().getDifficulty(), "unknown");
            case LENGTH ->
                Integer.toString(Integer.highestOneBit(answer(candidate).length()));
            case DOMAIN -> candidate.getSeed().getDomain();
            case TEACHER -> teacher(candidate.getModel());
        };
    }

    private static String teacher(@Nullable ModelRef model) {
        return model == null ? "none" : model.getReturned();
    }

    private static String answer(Candidate candidate) {
        var messages = candidate.getMessages();
        return messages.isEmpty() ? "" : messages.getLast().getContent();
    }
}
