package io.millrace.verifier.check;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.model.Pause;
import io.millrace.schemas.model.Retries;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks a check again, after pauses, while it fails through a fault of ours that may pass.
 *
 * @param random safe for use by several threads
 */
public record Persistence(Retries retries, RandomGenerator random, Pause pause) {

    /** Asks every check just once. */
    public static Persistence none() {
        return new Persistence(new Retries(1, Duration.ZERO, Duration.ZERO), () -> 0, duration -> {});
    }

    /** The last verdict, and how many attempts it took. */
    record Finding(Verdict verdict, int attempts) {}

    Finding judge(Check check, Candidate candidate) {
        for (int attempt = 1; ; attempt++) {
            Verdict verdict = once(check, candidate);
            if (!mayPass(verdict) || attempt >= retries.maxAttempts() || !paused(attempt)) {
                return new Finding(verdict, attempt);
            }
        }
    }

    private static Verdict once(Check check, Candidate candidate) {
        try {
            return check.apply(candidate);
        } catch (RuntimeException | StackOverflowError broken) {
            return new Verdict.Errored(Reason.CHECK_ERROR, Evidence.of(place(broken)));
        }
    }

    /** A model has been asked several times by its client before it counts as an error. */
    private static boolean mayPass(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Errored errored -> errored.reason() != Reason.MODEL_ERROR;
            case Verdict.TimedOut timedOut -> true;
            case Verdict.Pass pass -> false;
            case Verdict.Fail fail -> false;
            case Verdict.Unparseable unparseable -> false;
            case Verdict.Unsupported unsupported -> false;
        };
    }

    /** False where the service stops meanwhile. */
    private boolean paused(int attempt) {
        try {
            pause.sleep(retries.pause(attempt, Optional.empty(), random));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Where it broke. The message is left out: it may quote the candidate. */
    private static String place(Throwable broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        String name = broken.getClass().getName();
        return trace.length == 0 ? name : name + " at " + trace[0];
    }
}
