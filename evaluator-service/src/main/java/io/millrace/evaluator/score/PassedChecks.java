package io.millrace.evaluator.score;

import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The share of certain checks that passed among those that could speak of the candidate; nothing where none could. */
public final class PassedChecks implements Scorer {

    /** Those that look at the form of a reply, whatever it says. */
    private static final Set<String> FORMAT = Set.of("complete-reply", "instruction-constraints", "json-schema");

    private static final Set<String> GROUNDING = Set.of("policy-grounding");

    private final String dimension;
    private final String name;
    private final String version;
    private final Set<String> checks;

    private PassedChecks(String dimension, String name, String version, Set<String> checks) {
        this.dimension = dimension;
        this.name = name;
        this.version = version;
        this.checks = checks;
    }

    /** Of all checks: correctness. */
    public PassedChecks() {
        this("correctness", "passed-checks", "2", Set.of());
    }

    static PassedChecks ofFormat() {
        return new PassedChecks("format", "format-checks", "1", FORMAT);
    }

    static PassedChecks ofGrounding() {
        return new PassedChecks("groundedness", "grounding-checks", "1", GROUNDING);
    }

    @Override
    public String dimension() {
        return dimension;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Range range() {
        return Range.SHARE;
    }

    @Override
    public OptionalDouble value(Subject subject) {
        List<CheckOutcome> spoke = subject.verified().getChecks().stream()
                .filter(check -> checks.isEmpty() || checks.contains(check.getName()))
                .map(CheckResult::getOutcome)
                .filter(PassedChecks::speaks)
                .toList();
        long passed = spoke.stream().filter(CheckOutcome.PASS::equals).count();
        return spoke.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) passed / spoke.size());
    }

    private static boolean speaks(CheckOutcome outcome) {
        return switch (outcome) {
            case PASS, FAIL, UNPARSEABLE -> true;
            case ERROR, TIMEOUT, SKIPPED, UNSUPPORTED -> false;
        };
    }
}
