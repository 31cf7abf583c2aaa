package io.millrace.deploy.command;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.intake.Submission;
import io.millrace.evaluator.dataset.DatasetName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** Names each run of a command. */
final class Submissions {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int RANDOM_BOUND = 1 << 16;

    private Submissions() {}

    /** A run whose dataset is its own. */
    static Submission begin(String command) {
        Instant now = Instant.now();
        String id = id(command, now);
        return new Submission(id, id, now);
    }

    /** A run that adds to a dataset. */
    static Submission begin(String command, String dataset) {
        try {
            Instant now = Instant.now();
            return new Submission(id(command, now), new DatasetName(dataset).value(), now);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(e.getMessage() + ".", e);
        }
    }

    private static String id(String command, Instant now) {
        int random = ThreadLocalRandom.current().nextInt(RANDOM_BOUND);
        return "%s-%s-%04x".formatted(command, TIME.format(now), random);
    }
}
