package io.millrace.evaluator.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BandIndexTest {

    private static final double NEAR = 0.8;

    private final RandomGenerator random = new Random(11);
    private final PlantedTexts texts = new PlantedTexts(random);
    private final BandIndex index = new BandIndex();
    private final List<Fingerprint> kept = new ArrayList<>();

    @Test
    void findsNinetyNineOfAHundredThatAreNearAndTheirTextsTellThemFromOthers() {
        int near = 0;
        int found = 0;
        for (int number = 0; number < 4_000; number++) {
            List<String> question = texts.text(30 + random.nextInt(150));
            List<String> answer = texts.text(30 + random.nextInt(150));
            keep(fingerprint(question, answer));
            List<String> otherQuestion = texts.withReplaced(question, random.nextInt(5));
            List<String> otherAnswer = texts.withReplaced(answer, random.nextInt(5));
            double similarity =
                    Math.min(PlantedTexts.jaccard(question, otherQuestion), PlantedTexts.jaccard(answer, otherAnswer));

            List<Integer> dropped = nearTo(fingerprint(otherQuestion, otherAnswer));

            near += similarity >= NEAR ? 1 : 0;
            found += dropped.contains(number) ? 1 : 0;
            assertThat(dropped).isSubsetOf(similarity >= NEAR ? List.of(number) : List.of());
        }
        assertThat(near).isGreaterThan(1_000);
        assertThat((double) found / near).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void theOneWithMostInCommonComesFirst() {
        List<String> text = texts.text(100);
        keep(fingerprint(texts.withReplaced(text, 2), text));
        keep(fingerprint(text, text));
        keep(fingerprint(texts.withReplaced(text, 3), text));

        assertThat(index.neighbours(fingerprint(text, text))).startsWith(1);
    }

    @Test
    void nothingIsFoundInAnotherScope() {
        index.add(Fingerprint.of("one", "question", "answer"));

        assertThat(index.neighbours(Fingerprint.of("other", "question", "answer")))
                .isEmpty();
    }

    @Test
    void whatIsSaidByVeryManyIsNotComparedWithAllOfThem() {
        Fingerprint same = Fingerprint.of("sums", "question", "answer");
        for (int time = 0; time < 10_000; time++) {
            keep(same);
        }

        assertThat(index.size()).isEqualTo(10_000);
        assertThat(index.neighbours(same)).hasSizeBetween(1, 64).doesNotHaveDuplicates();
    }

    private static Fingerprint fingerprint(List<String> question, List<String> answer) {
        return Fingerprint.of("sums", PlantedTexts.join(question), PlantedTexts.join(answer));
    }

    private void keep(Fingerprint fingerprint) {
        index.add(fingerprint);
        kept.add(fingerprint);
    }

    private List<Integer> nearTo(Fingerprint fingerprint) {
        return Arrays.stream(index.neighbours(fingerprint))
                .filter(number -> kept.get(number).similarity(fingerprint) >= NEAR)
                .boxed()
                .toList();
    }
}
