package io.millrace.deploy.replay;

import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.VerdictKind;
import io.millrace.verifier.check.CheckStep;
import io.millrace.verifier.check.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which check a verdict rests on. Receipts do not say what role a check had, so the new recipe stands for the old one too. */
record Roles(Map<String, Role> byCheck) {

    private static final Set<CheckOutcome> FAULTS = EnumSet.of(CheckOutcome.FAIL, CheckOutcome.UNPARSEABLE);
    private static final Set<CheckOutcome> DOUBTS =
            EnumSet.of(CheckOutcome.UNSUPPORTED, CheckOutcome.ERROR, CheckOutcome.TIMEOUT);

    Roles {
        byCheck = Map.copyOf(byCheck);
    }

    static Roles of(List<CheckStep> steps) {
        return new Roles(steps.stream()
                .collect(Collectors.toMap(step -> step.check().name(), CheckStep::role, (first, again) -> first)));
    }

    Optional<CheckResult> decisive(VerdictKind verdict, List<CheckResult> results) {
        return switch (verdict) {
            // The fault that rejects ends the examination; what stands before it only informs.
            case REJECTED -> with(FAULTS, results).reduce((first, later) -> later);
            case UNDECIDED ->
                with(DOUBTS, results)
                        .filter(result -> role(result) != Role.INFORMS)
                        .findFirst();
            case ACCEPTED ->
                with(EnumSet.of(CheckOutcome.PASS), results)
                        .filter(result -> role(result) == Role.DECIDES)
                        .findFirst();
        };
    }

    private static Stream<CheckResult> with(Set<CheckOutcome> outcomes, List<CheckResult> results) {
        return results.stream().filter(result -> outcomes.contains(result.getOutcome()));
    }

    private Role role(CheckResult result) {
        return byCheck.getOrDefault(result.getName(), Role.DECIDES);
    }
}
