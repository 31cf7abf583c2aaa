package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds today's schemas against those of every release: each must read what the other wrote. */
class CompatibilityTest {

    private static final Path RELEASES = Path.of("src/test/resources/releases");
    private static final SchemaValidator FULL_TRANSITIVE =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    @ParameterizedTest
    @MethodSource("topics")
    void isFullyCompatibleWithEveryRelease(Topic<?> topic) throws Exception {
        List<Schema> released = released(topic);

        assertThat(released).isNotEmpty();
        FULL_TRANSITIVE.validate(SpecificData.get().getSchema(topic.type()), released);
    }

    @Test
    void noticesAFieldWithoutADefault() {
        Schema before = SchemaBuilder.record("R").fields().requiredString("id").endRecord();
        Schema after = SchemaBuilder.record("R")
                .fields()
                .requiredString("id")
                .requiredString("more")
                .endRecord();

        assertThatThrownBy(() -> FULL_TRANSITIVE.validate(after, List.of(before)))
                .isInstanceOf(SchemaValidationException.class);
    }

    static Stream<Topic<?>> topics() {
        return Stream.of(
                Topic.SEEDS,
                Topic.CANDIDATES,
                Topic.VERIFIED,
                Topic.EVALUATED,
                Topic.KEPT_BY_DATASET,
                Topic.CUTS,
                Topic.WITHDRAWALS,
                Topic.REVIEW_REQUESTS,
                Topic.REVIEWS,
                Topic.REVIEW_CASES,
                Topic.RATES,
                Topic.LINEAGE,
                Topic.GROUPS,
                Topic.GATE,
                Topic.FACTS,
                Topic.BENCHMARKS,
                Topic.HOLDOUTS,
                Topic.TRAINING_RESULTS,
                Topic.PROPOSALS,
                Topic.RECIPES,
                Topic.RECIPE_PROGRESS,
                Topic.MATERIAL,
                Topic.WEBHOOKS,
                Topic.WEBHOOKS_DISABLED,
                Topic.SEEDS.deadLetters());
    }

    private static List<Schema> released(Topic<?> topic) throws IOException {
        try (Stream<Path> releases = Files.list(RELEASES)) {
            return releases.map(release -> release.resolve(topic.type().getSimpleName() + ".avsc"))
                    .filter(Files::exists)
                    .map(CompatibilityTest::parse)
                    .toList();
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
