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

    static Submission begin(String command, String dataset) {
        try {
            var name = new DatasetName(dataset);
            Instant now = Instant.now();
            String id = "%s-%s-%04x"
                    .formatted(
                            command,
                            TIME.format(now),
                            ThreadLocalRandom.current().nextInt(RANDOM_BOUND));
            return new Submission(id, name.value(), now);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(e.getMessage() + ".", e);
        }
    }
}
