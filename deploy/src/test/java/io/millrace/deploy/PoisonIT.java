package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.deadletter.DeadLetters;
import io.millrace.deploy.deadletter.Letter;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.stream.RawFeed;
import io.millrace.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoisonIT {

    private static final List<Topic<?>> INPUTS = List.of(Topic.SEEDS, Topic.CANDIDATES, Topic.VERIFIED);

    @TempDir
    private Path out;

    @Test
    void poisonOnAnyTopicBecomesADeadLetterAndTheStreamGoesOn() {
        String key = "poison-" + UUID.randomUUID();
        byte[] poison = "not a record".getBytes(StandardCharsets.UTF_8);

        try (var feed = new RawFeed(TestFactory.connection())) {
            for (Topic<?> input : INPUTS) {
                feed.send(input.name(), key.getBytes(StandardCharsets.UTF_8), poison);
            }
        }

        var letters = new DeadLetters(TestFactory.connection());
        assertThat(Deadline.after(Duration.ofMinutes(1))
                        .await(() -> of(key, letters).size() == INPUTS.size()))
                .as("a dead letter for each input")
                .isTrue();
        assertThat(of(key, letters))
                .allSatisfy(letter ->
                        assertThat(Base64.getDecoder().decode(letter.value())).isEqualTo(poison))
                .extracting(letter -> letter.from().substring(0, letter.from().indexOf('/')))
                .containsExactlyInAnyOrder("seeds", "candidates", "verified");
        assertThat(TestFactory.millrace("demo", "--seeds", "50", "--exit", "--out", out.toString())
                        .status())
                .isZero();
    }

    private static List<Letter> of(String key, DeadLetters letters) {
        return letters.all().stream().filter(letter -> letter.key().equals(key)).toList();
    }
}
