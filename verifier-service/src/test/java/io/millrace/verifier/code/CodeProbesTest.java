package io.millrace.verifier.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import io.millrace.verifier.check.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeProbesTest {

    @Test
    void noWrongProgramIsAcceptedAndNoRightOneRejected() throws Exception {
        try (SlotPool pool = new SlotPool(SlotSettings.of(1))) {
            tell(
                    new CodeProbes(),
                    new ProgramTests(Language.PYTHON, pool, Programs.TIGHT, ProgramTests.NOTICED_FAULTS));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PYTHON")
    void noWrongForeignProgramIsAcceptedAndNoRightOneRejected(Language language) throws Exception {
        try (SlotPool pool = new SlotPool(SlotSettings.of(1))) {
            tell(
                    ForeignCodeProbes.of(language),
                    new ProgramTests(language, pool, Limits.DEFAULT, ProgramTests.NOTICED_FAULTS));
        }
    }

    @Test
    void noWrongQueryIsAcceptedAndNoRightOneRejected() throws Exception {
        try (SlotPool pool = new SlotPool(SlotSettings.of(1))) {
            tell(new SqlProbes(), new SqlResult(pool, Programs.TIGHT));
        }
    }

    private static void tell(ProbeSuite suite, Check check) {
        List<Probe> probes = suite.probes();

        assertThat(suite.check()).isEqualTo(check.name());
        assertThat(probes).extracting(Probe::name).doesNotHaveDuplicates();
        assertThat(probes).anyMatch(Probe::right).anyMatch(probe -> !probe.right());
        for (Probe probe : probes) {
            Verdict verdict = check.apply(probe.candidate());
            String story = probe.name() + ": " + verdict.evidence().text();

            assertThat(verdict instanceof Verdict.Pass).as(story).isEqualTo(probe.right());
            assertThat(verdict).as(story).isNotInstanceOf(Verdict.Unsupported.class);
        }
    }
}
