package io.millrace.evaluator.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private final RandomGenerator random = new Random(7);
    private final PlantedTexts texts = new PlantedTexts(random);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Add 2 and 2, please!|add 2 and 2 PLEASE",
                "x = 4 * 7|X = 4*7",
                "a well-known fact|a well known fact",
                "caf\u00e9|cafe\u0301",
                "| ",
                "one|One."
            })
    void layoutCaseAndPunctuationDoNotCount(String one, String other) {
        assertThat(similarity(String.valueOf(one), String.valueOf(other))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 + 2|4 - 2",
                "x = 3|x = -3",
                "the sum is 12|the sum is 21",
                "x\u00b2|x2",
                "snake_case|snake case",
                "\u5929\u6c14\u597d|\u5929\u6c14\u574f",
                "\ud83d\ude00|\ud83d\ude02"
            })
    void numbersAndOperationsCount(String one, String other) {
        assertThat(similarity(one, other)).isZero();
    }

    @Test
    void aScriptWithoutSpacesIsComparedByItsCharacters() {
        String text = "\u4eca\u5929\u5929\u6c14\u5f88\u597d\u6211\u4eec\u53bb\u516c\u56ed\u73a9\u5427";

        assertThat(similarity(text, text + "\u3002\u597d\u7684")).isBetween(0.5, 0.99);
    }

    @Test
    void theSimilarityIsTheJaccardIndexOfRunsOfFiveWords() {
        for (int round = 0; round < 500; round++) {
            List<String> one = texts.text(1 + random.nextInt(200));
            List<String> other = texts.withReplaced(one, random.nextInt(8));

            assertThat(similarity(PlantedTexts.join(one), PlantedTexts.join(other)))
                    .isEqualTo(PlantedTexts.jaccard(one, other));
        }
    }

    @Test
    void anotherAnswerToTheSameQuestionIsNotNearNorTheSameAnswerToAnotherQuestion() {
        var first = Fingerprint.of("sums", "How much is two and two?", "It is four.");

        assertThat(first.similarity(Fingerprint.of("sums", "How much is two and two?", "It makes 4 in all.")))
                .isZero();
        assertThat(first.similarity(Fingerprint.of("sums", "How much is three and one?", "It is four.")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 60_000})
    void longTextsAreComparedBySamples(int length) {
        List<String> one = texts.text(length);
        List<String> other = texts.withReplaced(one, length / 60);

        assertThat(similarity(PlantedTexts.join(one), PlantedTexts.join(other)))
                .isCloseTo(PlantedTexts.jaccard(one, other), within(0.03));
    }

    @Test
    void readsWhatItWrote() {
        Fingerprint fingerprint = Fingerprint.of("sums", PlantedTexts.join(texts.text(40)), "four");
        ByteBuffer bytes = ByteBuffer.allocate(fingerprint.bytes());

        fingerprint.writeTo(bytes);
        Fingerprint read = Fingerprint.read(bytes.flip());

        assertThat(bytes.hasRemaining()).isFalse();
        assertThat(read.bands()).isEqualTo(fingerprint.bands());
        assertThat(read.similarity(fingerprint)).isEqualTo(1);
    }

    private static double similarity(String one, String other) {
        double answers = Fingerprint.of("", "same", one).similarity(Fingerprint.of("", "same", other));
        double questions = Fingerprint.of("", one, "same").similarity(Fingerprint.of("", other, "same"));
        assertThat(answers).isEqualTo(questions);
        return answers;
    }
}
