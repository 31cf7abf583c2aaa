package io.millrace.evaluator.review;

import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.ReviewRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people said of one record, one of each, in the order in which they came. */
public record Opinions(List<Review> reviews) {

    public static final int MAX_REVIEWER = 80;
    public static final int MAX_REASON = 2_000;
    public static final int MAX_ANSWER = 100_000;

    public Opinions {
        reviews = List.copyOf(reviews);
    }

    public boolean include(String reviewer) {
        return reviews.stream().anyMatch(review -> review.getReviewer().equals(reviewer));
    }

    /** With what one more says; what somebody says for the second time changes nothing. */
    public Opinions with(Review review) {
        if (include(review.getReviewer())) {
            return this;
        }
        var more = new ArrayList<>(reviews);
        more.add(review);
        return new Opinions(more);
    }

    /** With what one more says of a record that was asked about, if it can be said of that. */
    public Opinions on(ReviewRequest request, Review review) {
        return admissible(request, review) ? with(review) : this;
    }

    /** Whoever can write to the topic can say anything, of any length. */
    private static boolean admissible(ReviewRequest request, Review review) {
        String answer = review.getAnswer();
        boolean brief = review.getReviewer().length() <= MAX_REVIEWER
                && review.getReason().length() <= MAX_REASON
                && (answer == null || answer.length() <= MAX_ANSWER);
        return switch (review.getOutcome()) {
            case ACCEPT, REJECT -> brief && answer == null;
            case EDIT -> brief && answer != null && !request.getKept();
            case OTHER -> false;
        };
    }

    /**
     * The first review with which as many say the same as must agree. Who disagree leave it open for another, and with four it is
     * settled in any case.
     */
    public Optional<Review> settling(int reviewers) {
        for (int last = 0; last < reviews.size(); last++) {
            ReviewOutcome outcome = reviews.get(last).getOutcome();
            long same = reviews.subList(0, last + 1).stream()
                    .filter(review -> review.getOutcome() == outcome)
                    .count();
            if (same >= reviewers) {
                return Optional.of(reviews.get(last));
            }
        }
        return Optional.empty();
    }

    /** The first two, where there are two. */
    public Optional<Kappa.Pair> pair() {
        return reviews.size() < 2
                ? Optional.empty()
                : Optional.of(new Kappa.Pair(
                        reviews.get(0).getOutcome(), reviews.get(1).getOutcome()));
    }
}
