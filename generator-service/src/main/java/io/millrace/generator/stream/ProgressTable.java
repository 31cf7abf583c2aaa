package io.millrace.generator.stream;

import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageClients;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.wire.RecordSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** How far recipes were when somebody last followed them. */
final class ProgressTable {

    private static final TopicPartition PLACE = new TopicPartition(Topic.RECIPE_PROGRESS.name(), 0);
    private static final Duration WAIT = Duration.ofMillis(200);

    private ProgressTable() {}

    /** All that is there now, by the name of the recipe. */
    static Map<String, RecipeProgress> read(StageSettings settings, RecordSerde<RecipeProgress> serde) {
        Map<String, RecipeProgress> table = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new StageClients(RecipeStage.NAME, settings).reader()) {
            consumer.assign(List.of(PLACE));
            consumer.seekToBeginning(List.of(PLACE));
            long end = consumer.endOffsets(List.of(PLACE)).getOrDefault(PLACE, 0L);
            while (consumer.position(PLACE) < end) {
                consumer.poll(WAIT).forEach(raw -> {
                    String recipe = new String(raw.key(), StandardCharsets.UTF_8);
                    if (raw.value() == null) {
                        table.remove(recipe);
                    } else {
                        table.put(recipe, serde.decode(raw.value()));
                    }
                });
            }
        }
        return table;
    }
}
