package io.millrace.generator.stream;

import io.millrace.generator.recipe.Arrival;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.MaterialPage;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.SchemaIds;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Turns bytes into recipes and into what has become of their seeds. */
final class RecipeCodec {

    /** What of a dead letter tells whose candidates are lost. */
    @FunctionalInterface
    private interface Loss {

        Optional<Arrival> of(byte[] original, DeadLetter letter);
    }

    final RecordSerde<Recipe> recipes;
    final RecordSerde<RecipeProgress> progress;
    final RecordSerde<MaterialPage> material;
    final RecordSerde<Seed> seeds;
    private final RecordSerde<Evaluated> evaluated;
    private final RecordSerde<DeadLetter> letters;
    private final Map<String, Loss> losses;

    RecipeCodec(SchemaIds ids) {
        recipes = new RecordSerde<>(Topic.RECIPES, ids);
        progress = new RecordSerde<>(Topic.RECIPE_PROGRESS, ids);
        material = new RecordSerde<>(Topic.MATERIAL, ids);
        seeds = new RecordSerde<>(Topic.SEEDS, ids);
        evaluated = new RecordSerde<>(Topic.EVALUATED, ids);
        letters = new RecordSerde<>(Topic.SEEDS.deadLetters(), ids);
        var candidates = new RecordSerde<Candidate>(Topic.CANDIDATES, ids);
        var verified = new RecordSerde<Verified>(Topic.VERIFIED, ids);
        losses = Map.of(
                Topic.SEEDS.deadLetters().name(),
                (bytes, letter) -> Arrival.lost(seeds.decode(bytes), letter.getSampleIndex()),
                Topic.CANDIDATES.deadLetters().name(),
                (bytes, letter) -> Arrival.lost(candidates.decode(bytes)),
                Topic.VERIFIED.deadLetters().name(),
                (bytes, letter) -> Arrival.lost(verified.decode(bytes).getCandidate()));
    }

    void register() {
        List.of(progress, seeds).forEach(RecordSerde::register);
    }

    /** The topics of {@link #arrival}. */
    List<String> arrivals() {
        return Stream.concat(Stream.of(Topic.EVALUATED.name()), losses.keySet().stream())
                .toList();
    }

    /**
     * What a record of these topics says has become of a recipe's candidates, if it is about one.
     *
     * @throws SerializationException if it is no such record
     */
    Optional<Arrival> arrival(ConsumerRecord<byte[], byte[]> raw) {
        Loss loss = losses.get(raw.topic());
        if (raw.value() == null) {
            return Optional.empty();
        }
        if (loss == null) {
            return Arrival.of(evaluated.decode(raw.value()));
        }
        DeadLetter letter = letters.decode(raw.value());
        ByteBuffer original = letter.getValue();
        return original == null ? Optional.empty() : loss.of(bytes(original), letter);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
