package io.millrace.verifier.audit;

import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.ProbeSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Tries checks on probes, each check by itself so that no other covers for it. */
public final class Audit {

    private final List<AuditRow> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Tries a check on a suite. */
    public void run(Check check, ProbeSuite suite) {
        List<Trial> trials = suite.probes().parallelStream()
                .map(probe -> new Trial(probe, check.apply(probe.candidate())))
                .toList();
        rows.add(new AuditRow(
                suite.name(),
                check.name(),
                check.version(),
                count(trials, Trial::wrong),
                count(trials, Trial::falselyAccepted),
                count(trials, trial -> !trial.wrong()),
                count(trials, Trial::falselyRejected),
                count(trials, Trial::undecided)));
        trials.stream()
                .filter(trial -> trial.falselyAccepted() || trial.falselyRejected())
                .map(trial -> finding(suite, trial))
                .forEach(findings::add);
    }

    public List<AuditRow> rows() {
        return List.copyOf(rows);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether no wrong answer was accepted. */
    public boolean sound() {
        return rows.stream().allMatch(row -> row.falseAccepts() == 0);
    }

    private static int count(List<Trial> trials, Predicate<Trial> which) {
        return (int) trials.stream().filter(which).count();
    }

    private static Finding finding(ProbeSuite suite, Trial trial) {
        return new Finding(
                suite.name(),
                trial.probe().name(),
                trial.accepted(),
                trial.verdict().reason(),
                trial.verdict().evidence().text());
    }
}
