package io.millrace.evaluator.policy;

import io.millrace.evaluator.dedup.Novelty;
import io.millrace.schemas.Drop;
import io.millrace.schemas.Neighbour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an eligible record must keep to for being kept. A protected case must only not say the same as another.
 *
 * @param nearDuplicates how similar to a kept record of its dataset it may not be; null where only the same is dropped
 * @param maxDepth the most steps from real data; null for any
 * @param shareBase a share is taken of at least so many records, so that a young dataset may begin with anything
 */
public record Limits(
        @Nullable Double nearDuplicates, @Nullable Integer maxDepth, int shareBase, List<Cap> caps) {

    private static final String EXACT = "exact-duplicate";
    private static final String REPEATED = "repeated";
    private static final String NEAR = "near-duplicate";
    private static final String DEPTH = "generation-depth";

    public Limits {
        if (nearDuplicates != null && !(nearDuplicates > 0 && nearDuplicates <= 1)) {
            throw new IllegalArgumentException(
                    "near duplicates begin above 0 and at most at 1, not at " + nearDuplicates);
        }
        caps = List.copyOf(caps);
    }

    /** The same with a cap on synthetic records; a share of 1 is none. */
    public Limits withSyntheticShare(double share) {
        List<Cap> more = new ArrayList<>(caps);
        if (share != 1) {
            more.addFirst(new Cap(Axis.SYNTHETIC, Traits.SYNTHETIC, share));
        }
        return new Limits(nearDuplicates, maxDepth, shareBase, more);
    }

    /** On an eligible record, in the light of what its dataset holds. */
    public Ruling onEligible(Applicant applicant, Novelty novelty, Census census) {
        return switch (novelty) {
            case Novelty.First first -> within(applicant, null, census);
            case Novelty.Repeated repeated ->
                Ruling.dropped(Ruling.REPEATED, new Drop(REPEATED, 1.0, 1.0, applicant.candidateId()));
            case Novelty.DuplicateOf same -> Ruling.duplicate(new Drop(EXACT, 1.0, 1.0, same.candidateId()));
            case Novelty.NearTo near -> {
                var neighbour = new Neighbour(near.candidateId(), near.similarity());
                yield nearDuplicates == null || applicant.protectedCase()
                        ? within(applicant, neighbour, census)
                        : Ruling.nearDuplicate(
                                neighbour, new Drop(NEAR, near.similarity(), nearDuplicates, near.candidateId()));
            }
        };
    }

    private Ruling within(Applicant applicant, @Nullable Neighbour nearest, Census census) {
        if (applicant.protectedCase()) {
            return Ruling.kept(nearest);
        }
        if (maxDepth != null && applicant.depth() > maxDepth) {
            var drop = new Drop(DEPTH, (double) applicant.depth(), maxDepth.doubleValue(), null);
            return Ruling.dropped(Ruling.TOO_DEEP, drop);
        }
        return overCap(applicant, census).orElseGet(() -> Ruling.kept(nearest));
    }

    private Optional<Ruling> overCap(Applicant applicant, Census census) {
        String dataset = applicant.dataset();
        int whole = Math.max(shareBase, census.size(dataset) + 1);
        return caps.stream()
                .flatMap(cap -> Census.groups(dataset, cap, applicant.traits())
                        .filter(group -> census.size(group) + 1 > cap.share() * whole)
                        .map(group -> overCap(cap, group, (census.size(group) + 1.0) / whole)))
                .findFirst();
    }

    private static Ruling overCap(Cap cap, Census.Group group, double share) {
        boolean synthetic = cap.axis() == Axis.SYNTHETIC;
        String rule = synthetic ? "synthetic-share" : "share of %s/%s".formatted(group.axis(), group.value());
        return Ruling.dropped(
                synthetic ? Ruling.TOO_SYNTHETIC : Ruling.OVER_CAP, new Drop(rule, share, cap.share(), null));
    }
}
