package io.millrace.evaluator.score;

import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Verified;
import java.util.List;

/** The share of the checks that passed among those that could speak of the candidate; 0 where none could. */
public final class PassedChecks implements Scorer {

    @Override
    public String dimension() {
        return "correctness";
    }

    @Override
    public String name() {
        return "passed-checks";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public double value(Verified verified) {
        List<CheckOutcome> spoke = verified.getChecks().stream()
                .map(CheckResult::getOutcome)
                .filter(PassedChecks::speaks)
                .toList();
        long passed = spoke.stream().filter(CheckOutcome.PASS::equals).count();
        return spoke.isEmpty() ? 0 : (double) passed / spoke.size();
    }

    private static boolean speaks(CheckOutcome outcome) {
        return switch (outcome) {
            case PASS, FAIL, UNPARSEABLE -> true;
            case ERROR, TIMEOUT, SKIPPED, UNSUPPORTED -> false;
        };
    }
}
