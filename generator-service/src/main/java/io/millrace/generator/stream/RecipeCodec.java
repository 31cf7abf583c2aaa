package io.millrace.generator.stream;

import io.millrace.generator.recipe.Arrival;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.MaterialPage;
import io.millrace.schemas.Proposal;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.LostRecords;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.SchemaIds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Turns bytes into recipes and into what has become of their seeds. */
final class RecipeCodec {

    /** The topics in which it stands what has become of candidates. */
    static final List<String> ARRIVALS = Stream.concat(Stream.of(Topic.EVALUATED), LostRecords.TOPICS.stream())
            .map(Topic::name)
            .toList();

    final RecordSerde<Recipe> recipes;
    final RecordSerde<RecipeProgress> progress;
    final RecordSerde<MaterialPage> material;
    final RecordSerde<Proposal> proposals;
    final RecordSerde<Seed> seeds;
    private final RecordSerde<Evaluated> evaluated;
    private final RecordSerde<DeadLetter> letters;
    private final LostRecords lost;

    RecipeCodec(SchemaIds ids) {
        recipes = new RecordSerde<>(Topic.RECIPES, ids);
        progress = new RecordSerde<>(Topic.RECIPE_PROGRESS, ids);
        material = new RecordSerde<>(Topic.MATERIAL, ids);
        proposals = new RecordSerde<>(Topic.PROPOSALS, ids);
        seeds = new RecordSerde<>(Topic.SEEDS, ids);
        evaluated = new RecordSerde<>(Topic.EVALUATED, ids);
        letters = new RecordSerde<>(Topic.SEEDS.deadLetters(), ids);
        lost = new LostRecords(ids);
    }

    void register() {
        List.of(progress, seeds).forEach(RecordSerde::register);
    }

    /**
     * What a record of {@link #ARRIVALS} says has become of a recipe's candidates, if it is about one.
     *
     * @throws SerializationException if it is no such record
     */
    Optional<Arrival> arrival(ConsumerRecord<byte[], byte[]> raw) {
        if (raw.value() == null) {
            return Optional.empty();
        }
        if (raw.topic().equals(Topic.EVALUATED.name())) {
            return Arrival.of(evaluated.decode(raw.value()));
        }
        DeadLetter letter = letters.decode(raw.value());
        return lost.read(letter).flatMap(record -> arrival(record, letter));
    }

    private static Optional<Arrival> arrival(LostRecords.Lost lost, DeadLetter letter) {
        return lost.candidate() == null
                ? Arrival.lost(lost.seed(), letter.getSampleIndex())
                : Arrival.lost(lost.candidate());
    }
}
