package io.millrace.evaluator.http;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.evaluator.review.Opinions;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a record, as it comes in.
 *
 * @param outcome "accept", "reject" or "edit"
 * @param answer what the last message is to say, for "edit"
 */
@Serdeable
record ReviewInput(
        @Nullable String record,
        @Nullable String reviewer,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String answer) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._@+-]*");

    /** The review that it is. */
    Review at(Instant now) throws UnfitException {
        ReviewOutcome what = chosen();
        return Review.newBuilder()
                .setRecord(candidateId())
                .setReviewer(reviewer(reviewer))
                .setOutcome(what)
                .setReason(reason(what))
                .setAnswer(what == ReviewOutcome.EDIT ? edited() : null)
                .setReviewedAt(now)
                .build();
    }

    static String reviewer(@Nullable String name) throws UnfitException {
        if (name == null
                || name.length() > Opinions.MAX_REVIEWER
                || !NAME.matcher(name).matches()) {
            throw new UnfitException(
                    "A reviewer's name has 1 to 80 letters, digits, spaces and . _ @ + -, and begins with a letter or digit.");
        }
        return name;
    }

    private String candidateId() throws UnfitException {
        if (record == null || !RecordsController.ID.matcher(record).matches()) {
            throw new UnfitException("A record is named by c-, v- or e- and 32 hexadecimal digits in lower case.");
        }
        return RecordIds.candidateOf(record);
    }

    private ReviewOutcome chosen() throws UnfitException {
        return switch (outcome == null ? "" : outcome) {
            case "accept" -> ReviewOutcome.ACCEPT;
            case "reject" -> ReviewOutcome.REJECT;
            case "edit" -> ReviewOutcome.EDIT;
            default -> throw new UnfitException("The outcome is accept, reject or edit.");
        };
    }

    private String reason(ReviewOutcome what) throws UnfitException {
        String given = reason == null ? "" : reason.strip();
        if (given.length() > Opinions.MAX_REASON) {
            throw new UnfitException("A reason has at most 2,000 characters.");
        }
        if (what == ReviewOutcome.REJECT && given.isEmpty()) {
            throw new UnfitException("Who rejects a record says why.");
        }
        return given;
    }

    private String edited() throws UnfitException {
        if (answer == null || answer.isBlank() || answer.length() > Opinions.MAX_ANSWER) {
            throw new UnfitException("An edited answer has 1 to 100,000 characters.");
        }
        return answer;
    }

    /** What came in is no review; the message says why, and repeats nothing of it. */
    static final class UnfitException extends Exception {

        private static final long serialVersionUID = 1L;

        UnfitException(String message) {
            super(message);
        }
    }
}
