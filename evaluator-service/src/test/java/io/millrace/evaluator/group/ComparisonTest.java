package io.millrace.evaluator.group;

import static io.millrace.evaluator.group.Members.dropped;
import static io.millrace.evaluator.group.Members.failed;
import static io.millrace.evaluator.group.Members.group;
import static io.millrace.evaluator.group.Members.kept;
import static io.millrace.evaluator.group.Members.outcome;
import static io.millrace.evaluator.group.Members.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schemas.CandidateGroup;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.MemberOutcome;
import io.millrace.schemas.Score;
import io.millrace.schemas.SeedGroups;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void aPassRateIsOfThoseThatWereJudged() {
        CandidateGroup compared = compared(
                kept("a", 1),
                dropped("b", 1),
                failed("c", 1),
                outcome("d", MemberOutcome.UNREADABLE),
                outcome("e", MemberOutcome.NOT_JUDGED));

        assertThat(compared.getPassRate()).isEqualTo(0.5);
        assertThat(compared.getScores()).extracting(Score::getDimension).containsExactly("difficulty");
        assertThat(compared.getScores()).extracting(Score::getValue).containsExactly(0.5);
    }

    @Test
    void whereNobodyWasJudgedNothingIsKnownOfTheDifficulty() {
        CandidateGroup compared =
                compared(outcome("a", MemberOutcome.NOT_JUDGED), outcome("b", MemberOutcome.NOT_JUDGED));

        assertThat(compared.getPassRate()).isNull();
        assertThat(compared.getScores()).isEmpty();
    }

    @Test
    void prefersWhatIsKeptToWhatACheckFoundWrong() {
        assertThat(pairs(kept("a", 5), failed("b", 5))).containsExactly("a>b");
        assertThat(pairs(dropped("a", 5), failed("b", 5))).isEmpty();
        assertThat(pairs(kept("a", 5), outcome("b", MemberOutcome.UNREADABLE))).isEmpty();
        assertThat(pairs(kept("a", 5), outcome("b", MemberOutcome.NOT_JUDGED))).isEmpty();
    }

    @Test
    void takesTheNearestInLengthAndNoneTwice() {
        assertThat(pairs(failed("a", 10), kept("b", 90), failed("c", 100), failed("d", 300)))
                .containsExactly("b>c");
        assertThat(pairs(kept("a", 10), failed("b", 12), kept("c", 13), failed("d", 40)))
                .containsExactly("c>b", "a>d");
    }

    @Test
    void makesPairsOnlyWhereTheQuestionIsNeitherEasyNorHopeless() {
        assertThat(pairs(kept("a", 1), kept("b", 1), kept("c", 1), kept("d", 1), failed("e", 1)))
                .hasSize(1);
        assertThat(pairs(kept("a", 1), kept("b", 1), kept("c", 1), kept("d", 1), kept("e", 1), failed("f", 1)))
                .isEmpty();
        assertThat(pairs(kept("a", 1), failed("b", 1), failed("c", 1), failed("d", 1), failed("e", 1)))
                .hasSize(1);
        assertThat(new Comparison(0.6, 1).pairs(group(kept("a", 1), failed("b", 1)), Set.of()))
                .isEmpty();
    }

    @Test
    void theBestIsWhatItsChecksGaveMostThenTheShorterThenTheFirstById() {
        assertThat(best(scored("a", 9, 0.5), scored("b", 9, 1), dropped("c", 1), failed("d", 1)))
                .isEqualTo("b");
        assertThat(best(scored("a", 9, 1), scored("b", 8, 1))).isEqualTo("b");
        assertThat(best(scored("b", 8, 1), scored("a", 8, 1))).isEqualTo("a");
        assertThat(compared(failed("a", 1), failed("b", 1)).getBest()).isNull();
    }

    @Test
    void whatWasWithdrawnCountsForNothing() {
        CandidateGroup group = group(kept("a", 5), kept("b", 5), failed("c", 5));
        SeedGroups seed = SeedGroups.newBuilder()
                .setDataset("sums")
                .setGroups(List.of(group))
                .setWithdrawn(List.of("a"))
                .build();

        CandidateGroup compared = Comparison.USUAL.of(seed).getGroups().getFirst();

        assertThat(compared.getMembers()).isEqualTo(group.getMembers());
        assertThat(compared.getPassRate()).isEqualTo(0.5);
        assertThat(compared.getBest()).isEqualTo("b");
        assertThat(compared.getPairs()).hasSize(1);
        assertThat(Comparison.best(group, Set.of("a", "b"))).isEmpty();
    }

    @Test
    void noCandidateIsInTwoPairsAndTheOrderOfArrivalIsAllTheSame() {
        var random = new Random(1);
        for (int round = 0; round < 200; round++) {
            List<GroupMember> members = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int length = random.nextInt(40);
                members.add(random.nextBoolean() ? kept("k" + i, length) : failed("f" + i, length));
            }
            List<String> pairs = pairs(members.toArray(GroupMember[]::new));
            Set<String> paired = new HashSet<>();
            pairs.forEach(pair -> paired.addAll(
                    List.of(pair.substring(0, pair.indexOf('>')), pair.substring(pair.indexOf('>') + 1))));

            Collections.shuffle(members, random);

            assertThat(paired).hasSize(2 * pairs.size());
            assertThat(pairs(members.toArray(GroupMember[]::new))).isEqualTo(pairs);
        }
    }

    @Test
    void refusesAWindowThatIsNone() {
        assertThatThrownBy(() -> new Comparison(0.8, 0.2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Comparison(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> pairs(GroupMember... members) {
        return Comparison.USUAL.pairs(group(members), Set.of()).stream()
                .map(pair -> pair.chosen().getId() + ">" + pair.rejected().getId())
                .toList();
    }

    private static String best(GroupMember... members) {
        return String.valueOf(compared(members).getBest());
    }

    private static CandidateGroup compared(GroupMember... members) {
        SeedGroups seed = SeedGroups.newBuilder()
                .setDataset("sums")
                .setGroups(List.of(group(members)))
                .build();
        return Comparison.USUAL.of(seed).getGroups().getFirst();
    }
}
