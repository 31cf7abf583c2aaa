package io.millrace.evaluator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.millrace.evaluator.diversity.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Wording NO_WORDS = Wording.NONE;

    private Instant now = START;
    private Standing standing = Standing.of(0);
    private boolean plantedClosed;

    @Test
    void cutsWithEveryRecordWhereOneIsEnough() {
        Policies policies = Policies.every(1);

        assertThat(enter(policies, kept("easy"))).hasSize(1);
        assertThat(enter(policies, kept("easy"))).hasSize(1);
    }

    @Test
    void saysWhatFiredAndByHowMuch() {
        Policies policies = Policies.every(2);
        enter(policies, kept("easy"));

        assertThat(enter(policies, kept("easy"))).containsExactly(new Firing("every", "kept", 2, 2));
    }

    @Test
    void driftThatStaysFiresOnce() {
        Policies policies = policies(Duration.ZERO, drift(0.25, 0.1), kept(1_000));
        fill(policies, "easy", 1_000);

        List<Firing> fired = fill(policies, "hard", 900);

        assertThat(fired).singleElement().satisfies(firing -> {
            assertThat(firing.condition()).isEqualTo("drift.difficulty");
            assertThat(firing.value()).isGreaterThan(0.25);
        });
    }

    @Test
    void driftFiresAgainOnceItHasFallenBackBehindItsLowerMark() {
        Policies policies = policies(Duration.ZERO, drift(0.25, 0.1), kept(1_000));
        fill(policies, "easy", 1_000);
        fill(policies, "hard", 100);

        assertThat(fill(policies, "hard", 500)).isEmpty();
        assertThat(fill(policies, "easy", 500)).extracting(Firing::condition).containsExactly("kept");
        assertThat(standing.latched()).containsExactly("p/drift.difficulty");
        assertThat(fill(policies, "easy", 200)).isEmpty();
        assertThat(standing.latched()).isEmpty();
        assertThat(fill(policies, "hard", 200)).extracting(Firing::condition).containsExactly("drift.difficulty");
    }

    @Test
    void aConditionNeverFiresTwiceWithoutHavingFallenBackBetween() {
        var random = new Random(7);
        Condition condition = drift(0.2, 0.05);
        Policies policies = policies(Duration.ZERO, condition, kept(300));
        fill(policies, "easy", 300);
        boolean armed = true;
        int times = 0;
        for (int i = 0; i < 20_000; i++) {
            double hard = 0.5 + 0.5 * Math.sin(i / 700.0);
            List<Firing> fired = enter(policies, kept(random.nextDouble() < hard ? "hard" : "easy"));
            if (fired.stream().anyMatch(firing -> firing.condition().startsWith("drift"))) {
                assertThat(armed).isTrue();
                armed = false;
                times++;
            }
            armed |= condition.fellBack(standing, now);
        }
        assertThat(times).isGreaterThan(3);
    }

    @Test
    void twoVersionsAreNeverCloserThanTheSpacing() {
        var random = new Random(11);
        Duration spacing = Duration.ofMinutes(10);
        Policies policies = policies(spacing, kept(5), every(Duration.ofMinutes(7)));
        var cuts = new ArrayList<Instant>();
        for (int i = 0; i < 10_000; i++) {
            now = now.plusSeconds(random.nextInt(120));
            if (!enter(policies, kept("easy")).isEmpty()) {
                cuts.add(now);
            }
        }
        assertThat(cuts).hasSizeGreaterThan(100);
        for (int i = 1; i < cuts.size(); i++) {
            assertThat(Duration.between(cuts.get(i - 1), cuts.get(i))).isGreaterThanOrEqualTo(spacing);
        }
    }

    @Test
    void whatTheSpacingHeldBackFiresWhenItIsOver() {
        Policies policies = policies(Duration.ofMinutes(10), kept(2));
        fill(policies, "easy", 2);
        assertThat(fill(policies, "easy", 5)).isEmpty();

        now = now.plus(Duration.ofMinutes(10));

        assertThat(look(policies)).extracting(Firing::value).containsExactly(5.0);
    }

    @Test
    void contaminationHoldsBackUnlessThePolicyLeavesItsGateOut() {
        Entry contaminated = new Entry(true, true, now, Map.of(), NO_WORDS);
        Policies guarded = policies(Duration.ZERO, kept(1));
        Policies bold = new Policies(List.of(new Policy("p", "*", List.of(kept(1)), Set.of(), Duration.ZERO)));

        assertThat(enter(guarded, contaminated)).isEmpty();
        assertThat(look(bold)).hasSize(1);
    }

    @Test
    void aFalseAcceptHoldsBackUntilItsGateIsOpen() {
        Policies policies = policies(Duration.ZERO, kept(1));
        plantedClosed = true;
        assertThat(enter(policies, kept("easy"))).isEmpty();

        plantedClosed = false;

        assertThat(look(policies)).hasSize(1);
    }

    @Test
    void timeCutsNothingOfNothing() {
        Policies policies = policies(Duration.ZERO, every(Duration.ofHours(1)));
        enter(policies, kept("easy"));
        now = now.plus(Duration.ofHours(1));
        assertThat(look(policies)).extracting(Firing::condition).containsExactly("every");

        now = now.plus(Duration.ofHours(5));

        assertThat(look(policies)).isEmpty();
    }

    @Test
    void ageIsThatOfTheOldestRecordInNoVersion() {
        Policies policies = policies(Duration.ZERO, condition(new Measure.Age(), 3_600));
        enter(policies, kept("easy"));
        now = now.plusSeconds(3_000);
        assertThat(enter(policies, kept("easy"))).isEmpty();
        now = now.plusSeconds(600);

        assertThat(look(policies)).containsExactly(new Firing("p", "age", 3_600, 3_600));
    }

    @Test
    void theScheduleIsKeptEvenIfNobodyLookedWhenItWasDue() {
        Policies policies =
                policies(Duration.ZERO, condition(new Measure.Overdue(last -> last.plus(Duration.ofDays(1))), 0));
        enter(policies, kept("easy"));
        now = now.plus(Duration.ofHours(23));
        assertThat(look(policies)).isEmpty();
        now = now.plus(Duration.ofHours(3));

        assertThat(look(policies)).containsExactly(new Firing("p", "cron", 7_200, 0));
    }

    @Test
    void noticesThatLessIsAcceptedThanForTheVersionBefore() {
        Condition change = Condition.from(new Measure.KeptShareChange(100), 0.3, 0.1);
        Policies policies = policies(Duration.ZERO, change, kept(100));
        fill(policies, "easy", 100);

        List<Firing> fired = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            fired.addAll(enter(policies, new Entry(i % 2 == 0, false, now, Map.of(), NO_WORDS)));
        }

        assertThat(fired.getFirst().condition()).isEqualTo("acceptRateChange");
        assertThat(fired.getFirst().value()).isEqualTo(0.5);
    }

    @Test
    void refusesMarksTheWrongWayRound() {
        assertThatIllegalArgumentException().isThrownBy(() -> drift(0.1, 0.2));
    }

    private List<Firing> fill(Policies policies, String difficulty, int times) {
        List<Firing> fired = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            fired.addAll(enter(policies, kept(difficulty)));
        }
        return fired;
    }

    private List<Firing> enter(Policies policies, Entry entry) {
        standing = standing.with(entry);
        return look(policies);
    }

    private List<Firing> look(Policies policies) {
        Policies.Decision decision = policies.decide("sums", standing, plantedClosed, now);
        standing = decision.standing();
        return decision.fired();
    }

    private Entry kept(String difficulty) {
        return new Entry(true, false, now, Map.of(Dimension.DIFFICULTY, difficulty), NO_WORDS);
    }

    private static Policies policies(Duration spacing, Condition... conditions) {
        return new Policies(List.of(new Policy("p", "sums", List.of(conditions), Set.of(Guard.values()), spacing)));
    }

    private static Condition drift(double fires, double rearms) {
        return Condition.from(new Measure.Drift(Dimension.DIFFICULTY, Optional.empty(), 100), fires, rearms);
    }

    private static Condition kept(long records) {
        return condition(new Measure.Kept(), records);
    }

    private static Condition every(Duration span) {
        return condition(new Measure.Elapsed(), span.toSeconds());
    }

    private static Condition condition(Measure measure, long mark) {
        return Condition.at(measure, mark);
    }
}
