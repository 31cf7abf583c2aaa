package io.millrace.verifier.audit;

/**
 * What one check made of one suite of probes.
 *
 * @param wrong wrong answers tried
 * @param falseAccepts how many of them were accepted
 * @param right right answers tried
 * @param falseRejects how many of them were rejected
 * @param undecided probes of either kind that were neither accepted nor rejected
 */
public record AuditRow(
        String suite,
        String check,
        String version,
        int wrong,
        int falseAccepts,
        int right,
        int falseRejects,
        int undecided) {

    /** Whether the check said nothing of any probe, perhaps for want of what it needs to run. */
    public boolean silent() {
        return undecided == wrong + right;
    }

    public Interval falseAcceptRate() {
        return Interval.wilson(falseAccepts, wrong);
    }

    public Interval falseRejectRate() {
        return Interval.wilson(falseRejects, right);
    }
}
