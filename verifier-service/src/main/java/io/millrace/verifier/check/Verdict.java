package io.millrace.verifier.check;

/** What one check concluded about one candidate. */
public sealed interface Verdict {

    Reason reason();

    Evidence evidence();

    /** The candidate satisfies the check. */
    record Pass(Evidence evidence) implements Verdict {

        @Override
        public Reason reason() {
            return Reason.ACCEPTED;
        }
    }

    /** The candidate was examined and is wrong. */
    record Fail(Reason reason, Evidence evidence) implements Verdict {}

    /** The candidate gives no answer that could be examined; its own fault, yet not a wrong answer. */
    record Unparseable(Evidence evidence) implements Verdict {

        @Override
        public Reason reason() {
            return Reason.UNPARSEABLE;
        }
    }

    /** The check cannot examine this kind of answer or task. */
    record Unsupported(Reason reason, Evidence evidence) implements Verdict {}

    /** The check itself failed, for instance because a sandbox broke. */
    record Errored(Reason reason, Evidence evidence) implements Verdict {}

    /** The check did not get an answer from its own equipment in time. */
    record TimedOut(Evidence evidence) implements Verdict {

        @Override
        public Reason reason() {
            return Reason.CHECK_TIMEOUT;
        }
    }
}
