package io.millrace.evaluator.score;

import io.millrace.schemas.CheckResult;
import java.util.Objects;
import java.util.OptionalDouble;

/** The share of a rubric's criteria that the judge found met both times it was asked; nothing where it gave no verdict. */
public final class JudgeScore implements Scorer {

    private static final String JUDGE = "rubric-judge";

    @Override
    public String dimension() {
        return "judge";
    }

    @Override
    public String name() {
        return "judge-score";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Range range() {
        return Range.SHARE;
    }

    @Override
    public OptionalDouble value(Subject subject) {
        return subject.verified().getChecks().stream()
                .filter(check -> check.getName().equals(JUDGE))
                .map(CheckResult::getScore)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }
}
