package io.millrace.deploy.account;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Verified;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the outcomes of one submission, each once, against what its seeds ask for. */
public final class Tally implements Outcomes {

    private static final Set<String> DUPLICATES = Set.of("DUPLICATE", "NEAR_DUPLICATE");

    private final int seeds;
    private final long expected;
    private final Predicate<Candidate> knownWrong;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> byReason = new TreeMap<>();
    private final Map<String, Long> byStrategy = new TreeMap<>();
    private long accepted;
    private long rejected;
    private long undecided;
    private long deadLettered;
    private long failedSamples;
    private long kept;
    private long duplicates;
    private long repeated;
    private long falseAccepts;

    /**
     * Opens the books.
     *
     * @param samples how many outcomes each seed has, by its id
     * @param knownWrong whether a candidate must not be accepted
     */
    public Tally(Map<String, Integer> samples, Predicate<Candidate> knownWrong) {
        this.seeds = samples.size();
        this.expected = samples.values().stream().mapToLong(Integer::longValue).sum();
        this.knownWrong = knownWrong;
    }

    @Override
    public void evaluated(Evaluated evaluated) {
        if (!evaluated.getReviews().isEmpty()) {
            // What people decide later is about an outcome that is counted already.
            return;
        }
        if (!seen.add(evaluated.getId())) {
            repeated++;
            return;
        }
        Verified verified = evaluated.getVerified();
        switch (verified.getVerdict()) {
            case ACCEPTED -> accept(verified.getCandidate());
            case REJECTED -> rejected++;
            case UNDECIDED -> undecided++;
        }
        byReason.merge(verified.getReason(), 1L, Long::sum);
        byStrategy.merge(verified.getCandidate().getStrategy().getName(), 1L, Long::sum);
        if (evaluated.getDecision() == Decision.KEEP) {
            kept++;
        } else if (DUPLICATES.contains(evaluated.getReason())) {
            duplicates++;
        }
    }

    @Override
    public void deadLettered(Seed seed, @Nullable Candidate candidate, DeadLetter letter) {
        String place = "%s-%d-%d-%s"
                .formatted(letter.getTopic(), letter.getPartition(), letter.getOffset(), letter.getSampleIndex());
        if (!seen.add(place)) {
            repeated++;
            return;
        }
        int lost = candidate == null && letter.getSampleIndex() == null ? seed.getSamples() : 1;
        deadLettered += lost;
        if (candidate == null) {
            failedSamples += lost;
        }
        byReason.merge(letter.getErrorClass(), (long) lost, Long::sum);
    }

    private void accept(Candidate candidate) {
        accepted++;
        if (knownWrong.test(candidate)) {
            falseAccepts++;
        }
    }

    /** Outcomes that the seeds ask for. */
    public long expected() {
        return expected;
    }

    public long found() {
        return accepted + rejected + undecided + deadLettered;
    }

    public boolean complete() {
        return found() >= expected();
    }

    /** Outcomes that came more than once; they are counted nowhere else. */
    public long repeated() {
        return repeated;
    }

    /** The share of judged candidates that was accepted. */
    public double acceptRate() {
        long judged = accepted + rejected + undecided;
        return judged == 0 ? 0 : (double) accepted / judged;
    }

    public long kept() {
        return kept;
    }

    public Report report(double elapsedSeconds) {
        return new Report(
                seeds,
                found() - failedSamples,
                accepted,
                rejected,
                undecided,
                deadLettered,
                kept,
                duplicates,
                expected() - found() + repeated,
                elapsedSeconds,
                elapsedSeconds == 0 ? 0 : found() / elapsedSeconds,
                byReason,
                byStrategy,
                falseAccepts);
    }
}
