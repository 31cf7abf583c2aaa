package io.millrace.evaluator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

    private final PolicyReader reader = new PolicyReader(PolicyReaderTest::cron);

    @Test
    void readsEveryKindOfCondition() {
        Policies policies = reader.read("""
                policies:
                  - policy: sums
                    dataset: sums
                    spacing: 6h
                    gates: [planted]
                    when:
                      - kept: 5000
                      - every: 1d
                      - cron: "0 3 * * *"
                      - age: 90m
                      - acceptRateChange: 0.2
                        rearm: 0.1
                        atLeast: 300
                      - drift: difficulty
                        above: 0.25
                        rearm: 0.1
                        atLeast: 400
                        reference: {easy: 3, hard: 1}
                      - distinct4Below: 0.4
                        rearm: 0.5
                      - selfBleuAbove: 0.7
                        rearm: 0.6
                      - wordVendiBelow: 40
                  - policy: others
                    dataset: "*"
                    when: [{kept: 10}]
                """);

        Policy first = policies.all().getFirst();
        assertThat(first.spacing()).isEqualTo(Duration.ofHours(6));
        assertThat(first.guards()).containsExactly(Guard.PLANTED);
        var reference = new Distribution(new TreeMap<>(Map.of("easy", 3L, "hard", 1L)));
        assertThat(first.conditions().stream().filter(condition -> !(condition.measure() instanceof Measure.Overdue)))
                .containsExactly(
                        Condition.from(new Measure.Kept(), 5_000, 5_000),
                        Condition.from(new Measure.Elapsed(), 86_400, 86_400),
                        Condition.from(new Measure.Age(), 5_400, 5_400),
                        Condition.from(new Measure.KeptShareChange(300), 0.2, 0.1),
                        Condition.from(new Measure.Drift(Dimension.DIFFICULTY, Optional.of(reference), 400), 0.25, 0.1),
                        new Condition(new Measure.Distinct4(), 0.4, 0.5, true),
                        Condition.from(new Measure.SelfBleu(), 0.7, 0.6),
                        new Condition(new Measure.WordVendi(), 40, 40, true));
        assertThat(policies.watchWhatIsNotKept()).isTrue();
        assertThat(policies.all().getLast().guards()).isEqualTo(Set.of(Guard.values()));
    }

    @Test
    void namesEverythingThatIsWrongByItsLine() {
        assertThatIllegalArgumentException().isThrownBy(() -> reader.read("""
                        policies:
                          - policy: Sums!
                            when:
                              - kept: -1
                              - drift: colour
                                above: high
                              - {kept: 1, every: 1h}
                              - every: soon
                              - cron: at noon
                              - acceptRateChange: 0.1
                                rearm: 0.2
                            gates: [luck]
                            spacing: 0
                          - policy: twice
                            dataset: a
                            when: [{kept: 1}, {kept: 2}]
                            color: red
                          - policy: twice
                            dataset: b
                        """)).withMessage("""
                        line 2: field 'dataset' is missing
                        line 2: field 'policy' must be small letters, digits and dashes, at most 63
                        line 4: field 'kept' must be a whole number above 0
                        line 5: field 'drift' must be one of difficulty, length, domain, teacher
                        line 6: field 'above' must be a number from 0 on
                        line 7: a condition has exactly one of kept, every, cron, age, acceptRateChange, drift, distinct4Below, selfBleuAbove, wordVendiBelow
                        line 8: field 'every' must be a length of time such as 30s, 15m, 6h or 2d
                        line 9: field 'cron' must be a cron expression of 5 or 6 fields, such as "0 3 * * *"
                        line 11: field 'rearm' must not be above 'acceptRateChange'
                        line 12: a gate is 'contamination' or 'planted'
                        line 13: field 'spacing' must be a length of time such as 30s, 15m, 6h or 2d
                        line 16: the policy has this condition twice
                        line 17: there is no field 'color' here; there are policy, dataset, when, gates, spacing
                        line 18: field 'policy' is the name of two policies
                        line 18: field 'when' must name at least one condition""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "policies: 7",
                "policies: []",
                "policies: [1]",
                "policies: [{? [a] : b}]",
                "policies: {",
                "a: &a [x]\nb: *a",
                "policies: !!java.io.File [x]"
            })
    void refusesWhatIsNoListOfPolicies(String yaml) {
        assertThatIllegalArgumentException().isThrownBy(() -> reader.read(yaml)).withMessageStartingWith("line ");
    }

    private static UnaryOperator<Instant> cron(String expression) {
        if (!expression.startsWith("0")) {
            throw new IllegalArgumentException(expression);
        }
        return after -> after.plusSeconds(60);
    }
}
