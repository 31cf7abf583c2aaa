package io.millrace.evaluator.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryTest {

    @ParameterizedTest
    @CsvSource({
        "true, ACCEPTED, AS_EXPECTED",
        "true, REJECTED, FALSE_REJECT",
        "true, UNDECIDED, FALSE_REJECT",
        "false, ACCEPTED, FALSE_ACCEPT",
        "false, REJECTED, AS_EXPECTED",
        "false, UNDECIDED, AS_EXPECTED"
    })
    void aRightOneIsToBeAcceptedAndAWrongOneIsNot(boolean right, VerdictKind verdict, Canary expected) {
        assertThat(Canary.of(Samples.planted("seed-1", right, verdict))).isEqualTo(expected);
    }

    @Test
    void whatWasPlantedByAnotherVersionShowsNothing() {
        Verified planted = Samples.planted("seed-1", false, VerdictKind.ACCEPTED);

        assertThat(Canary.of(Verified.newBuilder(planted).setPlanted(null).build()))
                .isEqualTo(Canary.UNKNOWN);
    }
}
