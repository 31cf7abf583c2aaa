package io.millrace.verifier.recipe;

import io.millrace.verifier.code.ProgramTests;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe may say of the judgement of programs; what it leaves out is as usual.
 *
 * @param noticedFaults the share of faulty copies of a reference solution that generated tests must tell from it
 */
record ProgramSettings(@Nullable Double noticedFaults) {

    ProgramSettings {
        if (noticedFaults != null && !(noticedFaults >= 0 && noticedFaults <= 1)) {
            throw new IllegalArgumentException("noticedFaults is no share");
        }
    }

    double share() {
        return noticedFaults == null ? ProgramTests.NOTICED_FAULTS : noticedFaults;
    }
}
