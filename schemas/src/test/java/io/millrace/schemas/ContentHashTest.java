package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentHashTest {

    @Test
    void looksThroughLineEndsTrailingSpaceAndUnicodeComposition() {
        assertThat(ContentHash.of("caf\u00e9 \r\nau lait\t\rnoir \n"))
                .isEqualTo(ContentHash.of("  cafe\u0301\nau lait\nnoir"));
    }

    @ParameterizedTest
    @CsvSource({"7 apples, 8 apples", "Paris, paris", "yes, yes!", "a b, ab", "'x\n\ny', 'x\ny'"})
    void tellsDifferentTextsApart(String one, String other) {
        assertThat(ContentHash.of(one)).isNotEqualTo(ContentHash.of(other));
    }

    @Test
    void changesNothingButLineEndsAndBlankSpaceAroundThem() {
        String alphabet = "ab \t\u000B\f\r\n";
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            String text = random.ints(random.nextInt(12), 0, alphabet.length())
                    .mapToObj(at -> alphabet.substring(at, at + 1))
                    .collect(Collectors.joining());

            String byRule = text.replaceAll("[ \\t\\x0B\\f]*(\r\n|\r|\n)", "\n").strip();

            assertThat(ContentHash.canonical(text)).isEqualTo(byRule);
        }
    }

    @Test
    void aMegabyteOfBlanksTakesNoLongerThanOtherText() {
        String gap = "x" + " ".repeat(1 << 20) + "x";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ContentHash.canonical(gap));
    }

    @Test
    void countsWhoSaysWhat() {
        var question = List.of(message("user", "2+2?"), message("assistant", "4"));
        var swapped = List.of(message("assistant", "2+2?"), message("user", "4"));

        assertThat(ContentHash.of(question)).isNotEqualTo(ContentHash.of(swapped));
    }

    @Test
    void doesNotRunTextsTogether() {
        assertThat(Hash.of("ab", "c")).isNotEqualTo(Hash.of("a", "bc"));
    }

    @Test
    void leavesSeparateReasoningOut() {
        var silent = message("assistant", "4");
        var thoughtful = Message.newBuilder(silent).setReasoning("2 and 2 is 4").build();

        assertThat(ContentHash.of(List.of(thoughtful))).isEqualTo(ContentHash.of(List.of(silent)));
    }

    private static Message message(String role, String content) {
        return Message.newBuilder().setRole(role).setContent(content).build();
    }
}
