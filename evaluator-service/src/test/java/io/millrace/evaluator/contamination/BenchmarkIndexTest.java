package io.millrace.evaluator.contamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.schemas.BenchmarkHit;
import io.millrace.schemas.BenchmarkMatch;
import io.millrace.schemas.TrustedRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BenchmarkIndexTest {

    private static final int ITEMS = 200;
    private static final int MOST = 100_000;
    private static final String QUESTION = "Every day, Wendi feeds each of her chickens three cups of mixed feed. She "
            + "has 20 chickens, and gives them 15 cups in the morning and 25 in the afternoon. How many are left?";
    private static final String SHORT = "Which river flows through the old town of Bremen?";

    private final Random random = new Random(7);

    @BeforeAll
    static void trust() {
        TrustedRecords.allow();
    }

    @Test
    void findsAWholeItemInAnyPart() {
        BenchmarkIndex index = index(QUESTION);

        assertThat(match(index, "Solve this. " + QUESTION + " Think first.")).isEqualTo(BenchmarkMatch.RUN);
        assertThat(match(index, "What is asked?", "They ask: " + QUESTION)).isEqualTo(BenchmarkMatch.RUN);
        assertThat(index.in(Stream.of(QUESTION), LeakRule.USUAL))
                .containsExactly(new BenchmarkHit("b", "1", "item-0", BenchmarkMatch.RUN, 1.0, 34));
    }

    @Test
    void doesNotCountLayoutCaseAndPunctuation() {
        BenchmarkIndex index = index(QUESTION);
        String wrapped =
                QUESTION.toUpperCase(Locale.ROOT).replaceAll("[.,?]", "").replace(" ", "\r\n\t");
        String marked = QUESTION.replace("three", "**three**").replace(" She", "\n\n- *She*");

        assertThat(index.in(Stream.of(wrapped), LeakRule.USUAL))
                .singleElement()
                .extracting(BenchmarkHit::getCoverage)
                .isEqualTo(1.0);
        assertThat(index.in(Stream.of(marked), LeakRule.USUAL))
                .singleElement()
                .extracting(BenchmarkHit::getCoverage)
                .isEqualTo(1.0);
    }

    @Test
    void findsItStillWhenItsNumbersAreOthers() {
        String changed = QUESTION.replace("20", "30").replace("15", "11").replace("25", "12");

        assertThat(match(index(QUESTION), changed)).isEqualTo(BenchmarkMatch.RUN);
    }

    @Test
    void coverageFindsWhatHasNoLongRun() {
        List<String> words = new ArrayList<>(List.of(QUESTION.split(" ", -1)));
        words.set(12, "other");
        words.set(24, "other");

        BenchmarkHit hit = index(QUESTION)
                .in(Stream.of(String.join(" ", words)), LeakRule.USUAL)
                .getFirst();

        assertThat(hit.getMatch()).isEqualTo(BenchmarkMatch.COVERAGE);
        assertThat(hit.getRun()).isEqualTo(12);
        assertThat(hit.getCoverage()).isEqualTo(32.0 / 34);
    }

    @Test
    void eightWordsInARowAreSuspectAndSevenAreNothing() {
        BenchmarkIndex index = index(QUESTION);

        assertThat(index.in(Stream.of("He feeds each of her chickens three cups of rice."), LeakRule.USUAL))
                .singleElement()
                .isEqualTo(new BenchmarkHit("b", "1", "item-0", BenchmarkMatch.SUSPECT, 8.0 / 34, 8));
        assertThat(index.in(Stream.of("He feeds each of her chickens three cups, then rests."), LeakRule.USUAL))
                .isEmpty();
    }

    @Test
    void aShortItemMustBeThereAsAWhole() {
        BenchmarkIndex index = index(SHORT, "What is 6 * 7?", "Name three primes");

        assertThat(match(index, "Quiz: " + SHORT + " The Weser.")).isEqualTo(BenchmarkMatch.WHOLE);
        assertThat(match(index, "Which river flows through the old town of Hamburg?"))
                .isEqualTo(BenchmarkMatch.SUSPECT);
        assertThat(match(index, "Tell me: what is 6 * 7?")).isEqualTo(BenchmarkMatch.WHOLE);
        assertThat(index.in(Stream.of("What is 6 + 7?"), LeakRule.USUAL)).isEmpty();
        assertThat(match(index, "Name three primes!")).isEqualTo(BenchmarkMatch.WHOLE);
        assertThat(index.in(Stream.of("Name three primes and their sum."), LeakRule.USUAL))
                .isEmpty();
    }

    @Test
    void findsEachOfManyPlantedLeaksAndNothingInCleanText() {
        List<List<String>> items = Stream.generate(() -> text(40 + random.nextInt(60)))
                .limit(ITEMS)
                .toList();
        BenchmarkIndex index =
                index(items.stream().map(words -> String.join(" ", words)).toArray(String[]::new));

        for (int number = 0; number < ITEMS; number++) {
            List<String> leak = text(30);
            leak.addAll(15, items.get(number));
            assertThat(index.in(Stream.of(String.join("\n", leak)), LeakRule.USUAL))
                    .extracting(BenchmarkHit::getItem, BenchmarkHit::getMatch, BenchmarkHit::getCoverage)
                    .containsExactly(tuple("item-" + number, BenchmarkMatch.RUN, 1.0));
            assertThat(index.in(Stream.of(String.join(" ", text(100))), LeakRule.USUAL))
                    .isEmpty();
        }
    }

    @Test
    void findsMostOfWhatHasOneWordInFiveReplaced() {
        List<List<String>> items = Stream.generate(() -> text(60)).limit(ITEMS).toList();
        BenchmarkIndex index =
                index(items.stream().map(words -> String.join(" ", words)).toArray(String[]::new));

        long noticed = items.stream()
                .filter(item -> !index.in(Stream.of(String.join(" ", oneInFiveReplaced(item))), LeakRule.USUAL)
                        .isEmpty())
                .count();

        assertThat(noticed).isGreaterThan(ITEMS * 3 / 4);
    }

    @Test
    void whatIsThereOftenIsFoundAndDoesNotTakeForEver() {
        String[] same = Stream.generate(() -> "a ".repeat(500)).limit(50).toArray(String[]::new);

        assertThat(index(same).in(Stream.of("a ".repeat(5_000)), LeakRule.USUAL))
                .singleElement()
                .extracting(BenchmarkHit::getMatch)
                .isEqualTo(BenchmarkMatch.RUN);
    }

    @Test
    void noItemRunsOnIntoTheNext() {
        BenchmarkIndex index = index("one two three four five", "six seven eight nine ten");

        assertThat(index.in(Stream.of("four five six seven eight nine then"), LeakRule.USUAL))
                .isEmpty();
        assertThat(match(index, "so one two three four five six")).isEqualTo(BenchmarkMatch.WHOLE);
    }

    @Test
    void takesInNoMoreThanThereIsRoomFor() {
        var builder = new IndexBuilder(10);

        assertThat(builder.add("b", "1", "a", List.of("one two three four five six")))
                .isTrue();
        assertThat(builder.add("b", "1", "b", List.of("one two three four five six")))
                .isFalse();
        assertThat(builder.add("b", "1", "c", List.of("one two three four"))).isTrue();
        assertThat(builder.build().words()).isEqualTo(10);
        assertThat(builder.build().texts()).isEqualTo(2);
    }

    @Test
    void anEmptyIndexFindsNothing() {
        assertThat(BenchmarkIndex.EMPTY.in(Stream.of(QUESTION), LeakRule.USUAL)).isEmpty();
        assertThat(index("…").in(Stream.of("…", QUESTION), LeakRule.USUAL)).isEmpty();
    }

    @Test
    void aRuleHasBounds() {
        assertThatThrownBy(() -> new LeakRule(7, 0.5)).hasMessageContaining("8 to 1,000");
        assertThatThrownBy(() -> new LeakRule(13, 0)).hasMessageContaining("above 0");
    }

    private static BenchmarkIndex index(String... items) {
        var builder = new IndexBuilder(MOST);
        for (int number = 0; number < items.length; number++) {
            assertThat(builder.add("b", "1", "item-" + number, List.of(items[number])))
                    .isTrue();
        }
        return builder.build();
    }

    private static BenchmarkMatch match(BenchmarkIndex index, String... parts) {
        return index.in(Stream.of(parts), LeakRule.USUAL).getFirst().getMatch();
    }

    private List<String> text(int words) {
        return new ArrayList<>(random.ints(words, 0, 5_000)
                .mapToObj(word -> "w" + Integer.toString(word, 36))
                .toList());
    }

    private List<String> oneInFiveReplaced(List<String> text) {
        return text.stream()
                .map(word -> random.nextInt(5) == 0 ? "x" + random.nextInt(1_000_000) : word)
                .toList();
    }
}
