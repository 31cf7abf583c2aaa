package io.millrace.evaluator.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.contamination.LeakRule;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.schemas.BenchmarkItem;
import io.millrace.schemas.BenchmarkPage;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Split;
import io.millrace.schemas.TaskText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaksTest {

    private final Watchlist watchlist = new Watchlist(LeakRule.USUAL, true, Watchlist.USUAL_WORDS);

    @Test
    void aProblemHeldOutForTestingLeaksIntoOthersAndNotIntoItsOwnRecord() {
        Candidate own = Samples.candidate(
                Samples.seedBuilder("held").setSplit(Split.TEST).build(), "42");
        Candidate other = Samples.candidate(
                Samples.seedBuilder("other").setSplit(Split.TEST).build(), "42");
        Candidate training = Samples.candidate(Samples.seedBuilder("held").build(), "42");
        hold("held", TaskText.of(own.getTask()));

        assertThat(Leaks.of(own, watchlist).leaked()).isEmpty();
        assertThat(Leaks.of(other, watchlist).leaked()).containsExactly("holdout-test");
        assertThat(Leaks.of(training, watchlist).leaked()).containsExactly("holdout-test");
    }

    private void hold(String id, String text) {
        var item = new BenchmarkItem(id, List.of(text));
        watchlist.hold(List.of(new BenchmarkPage("holdout-test", "1", 0, 1, List.of(item), Instant.EPOCH)));
    }
}
