package io.millrace.generator.stream;

import io.millrace.generator.recipe.RowPlace;
import io.millrace.schemas.MaterialPage;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageClients;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.wire.RecordSerde;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Fetches rows of material by the place of their page, and keeps the pages that it met last. */
final class MaterialReader implements AutoCloseable {

    private static final int KEPT_PAGES = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final RecordSerde<MaterialPage> serde;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private final Map<Place, MaterialPage> pages = new LinkedHashMap<>(KEPT_PAGES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, MaterialPage> eldest) {
            return size() > KEPT_PAGES;
        }
    };

    MaterialReader(StageSettings settings, RecordSerde<MaterialPage> serde) {
        this.serde = serde;
        this.consumer = new StageClients(RecipeStage.NAME, settings).reader();
    }

    private record Place(TopicPartition partition, long offset) {}

    /**
     * One row of a recipe's own material, unless it is gone.
     *
     * @throws KafkaException if it cannot be read now
     */
    Optional<Seed> row(String recipe, RowPlace row) {
        var partition = new TopicPartition(Topic.MATERIAL.name(), row.page().getPartition());
        var place = new Place(partition, row.page().getOffset());
        if (!pages.containsKey(place)) {
            fetch(place);
        }
        return Optional.ofNullable(pages.get(place))
                .filter(page -> page.getRecipe().equals(recipe)
                        && row.row() < page.getRows().size())
                .map(page -> page.getRows().get(row.row()));
    }

    /** Reads the page, and those behind it that come along. */
    private void fetch(Place place) {
        List<TopicPartition> partition = List.of(place.partition());
        consumer.assign(partition);
        consumer.seek(place.partition(), place.offset());
        long end = consumer.endOffsets(partition).getOrDefault(place.partition(), 0L);
        if (place.offset() >= end) {
            return;
        }
        var records = consumer.poll(PATIENCE);
        if (consumer.position(place.partition()) == place.offset()) {
            throw new TimeoutException("No material was read in " + PATIENCE);
        }
        records.forEach(this::keep);
    }

    private void keep(ConsumerRecord<byte[], byte[]> raw) {
        try {
            if (raw.value() != null) {
                var partition = new TopicPartition(raw.topic(), raw.partition());
                pages.put(new Place(partition, raw.offset()), serde.decode(raw.value()));
            }
        } catch (SerializationException none) {
            // Whoever asks for it hears that it is gone.
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
