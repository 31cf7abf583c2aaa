package io.millrace.evaluator.group;

import static io.millrace.evaluator.group.Members.failed;
import static io.millrace.evaluator.group.Members.kept;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.CandidateGroup;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.SeedGroups;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final SeedGroups NOBODY = Roster.empty("sums");

    @Test
    void thoseWhoWereAskedTheSameAreTogether() {
        SeedGroups seed = add(add(add(NOBODY, "p", kept("a", 1)), "q", kept("b", 1)), "p", failed("c", 1));

        assertThat(seed.getGroups()).hasSize(2).anySatisfy(group -> {
            assertThat(group.getPrompt()).isEqualTo("p");
            assertThat(group.getMembers()).extracting(GroupMember::getId).containsExactly("a", "c");
        });
    }

    @Test
    void whoComesAgainTakesTheOwnPlaceWhereverThatIs() {
        SeedGroups seed = add(add(NOBODY, "p", kept("a", 1)), "p", failed("a", 2));

        assertThat(seed.getGroups().getFirst().getMembers()).containsExactly(failed("a", 2));
        assertThat(add(seed, "q", kept("a", 3)).getGroups())
                .extracting(CandidateGroup::getPrompt)
                .containsExactly("q");
    }

    @Test
    void thereIsRoomForSoManyAndStillForThoseWhoAreThere() {
        SeedGroups seed = NOBODY;
        for (int i = 0; i < Roster.MAX_MEMBERS; i++) {
            seed = add(seed, "p" + i % 2, kept("k" + i, 1));
        }

        assertThat(add(seed, "p0", kept("late", 1))).isEqualTo(seed);
        assertThat(add(seed, "p0", failed("k1", 9)).getGroups())
                .anySatisfy(group -> assertThat(group.getMembers()).contains(failed("k1", 9)));
    }

    @Test
    void aWithdrawalIsRememberedBeforeItsCandidateComes() {
        SeedGroups seed = Roster.withdraw(Roster.empty(""), "sums", "a");

        assertThat(add(seed, "p", kept("a", 1)).getWithdrawn()).containsExactly("a");
        assertThat(Roster.withdraw(seed, "sums", "a").getWithdrawn()).containsExactly("a");
        assertThat(Roster.withdraw(seed, "others", "b")).isEqualTo(seed);
    }

    @Test
    void anotherDatasetBeginsAnew() {
        SeedGroups seed = Roster.with(
                Roster.withdraw(add(NOBODY, "p", kept("a", 1)), "sums", "a"), new Entrant("others", "p", kept("b", 1)));

        assertThat(seed.getDataset()).isEqualTo("others");
        assertThat(seed.getWithdrawn()).isEmpty();
        assertThat(seed.getGroups().getFirst().getMembers()).containsExactly(kept("b", 1));
    }

    private static SeedGroups add(SeedGroups seed, String prompt, GroupMember member) {
        return Roster.with(seed, new Entrant("sums", prompt, member));
    }
}
