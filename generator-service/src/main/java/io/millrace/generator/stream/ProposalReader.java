package io.millrace.generator.stream;

import io.millrace.schemas.Proposal;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageClients;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.wire.RecordSerde;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads all that was ever proposed, and on. What is read a little later only grows a little later. */
final class ProposalReader implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final RecordSerde<Proposal> serde;
    private final KafkaConsumer<byte[], byte[]> consumer;

    ProposalReader(StageSettings settings, RecordSerde<Proposal> serde) {
        this.serde = serde;
        this.consumer = new StageClients(RecipeStage.NAME, settings).reader();
        List<TopicPartition> place = List.of(new TopicPartition(Topic.PROPOSALS.name(), 0));
        consumer.assign(place);
        consumer.seekToBeginning(place);
    }

    /** What has come since the last time. */
    List<Proposal> poll() {
        List<Proposal> proposals = new ArrayList<>();
        consumer.poll(Duration.ZERO)
                .forEach(raw -> Optional.ofNullable(raw.value())
                        .flatMap(serde::decodeIfReadable)
                        .ifPresent(proposals::add));
        return proposals;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
