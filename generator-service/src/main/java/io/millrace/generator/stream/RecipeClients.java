package io.millrace.generator.stream;

import io.millrace.generator.recipe.Arrival;
import io.millrace.generator.recipe.RowPlace;
import io.millrace.schemas.Proposal;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageClients;
import io.millrace.schemas.stage.StageSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** What whoever follows recipes reads, and the one transaction that all that follows from it is written in. */
final class RecipeClients implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final StageSettings settings;
    private final RecipeCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ArrivalReader arrivals;
    private final MaterialReader material;
    private final ProposalReader proposals;

    RecipeClients(StageSettings settings, RecipeCodec codec) {
        this.settings = settings;
        this.codec = codec;
        this.producer = new StageClients(RecipeStage.NAME, settings).producer(RecipeStage.NAME);
        this.arrivals = new ArrivalReader(settings, codec);
        this.material = new MaterialReader(settings, codec.material);
        this.proposals = new ProposalReader(settings, codec.proposals);
    }

    /** Takes over from whoever followed recipes before, and tells how far each of them is. */
    Map<String, RecipeProgress> begin() {
        // Nobody else can write from here on, so what is read next is the last word.
        producer.initTransactions();
        Map<String, RecipeProgress> progress = ProgressTable.read(settings, codec.progress);
        arrivals.begin(progress.isEmpty());
        return progress;
    }

    List<Arrival> arrivals(Duration wait) {
        return arrivals.poll(wait);
    }

    /** What was proposed since the last time. */
    List<Proposal> proposals() {
        return proposals.poll();
    }

    /** One row of a recipe's own material, unless it is gone. */
    Optional<Seed> row(String recipe, RowPlace place) {
        return material.row(recipe, place);
    }

    /** Writes seeds, progress, and the position in the arrivals. */
    void commit(List<Seed> seeds, List<RecipeProgress> changes) {
        Map<TopicPartition, OffsetAndMetadata> positions = arrivals.moved();
        if (seeds.isEmpty() && changes.isEmpty() && positions.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        seeds.forEach(seed -> send(Topic.SEEDS, seed.getId(), codec.seeds.encode(seed)));
        changes.forEach(change -> send(Topic.RECIPE_PROGRESS, change.getName(), codec.progress.encode(change)));
        if (!positions.isEmpty()) {
            producer.sendOffsetsToTransaction(positions, arrivals.group());
        }
        producer.commitTransaction();
        arrivals.committed(positions);
    }

    private void send(Topic<?> topic, String key, byte[] value) {
        // A send that fails later fails the commit.
        var unused = producer.send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value));
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        arrivals.close();
        material.close();
        proposals.close();
    }
}
