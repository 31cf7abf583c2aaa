package io.millrace.evaluator.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All policies of an evaluator; a version is due as soon as one of those that concern its dataset says so. */
public record Policies(List<Policy> all) {

    public Policies {
        all = List.copyOf(all);
    }

    /** A version of any dataset whenever so many records were kept. */
    public static Policies every(long kept) {
        var condition = Condition.at(new Measure.Kept(), kept);
        return new Policies(List.of(new Policy("every", Policy.ANY, List.of(condition), Set.of(), Duration.ZERO)));
    }

    /**
     * What was decided.
     *
     * @param fired what made a version due; nothing where none is
     * @param standing what the next decision is taken by
     */
    public record Decision(List<Firing> fired, Standing standing) {

        public Decision {
            fired = List.copyOf(fired);
        }

        /** Whether anything is other than it was. */
        public boolean changes(Standing before) {
            return !fired.isEmpty() || !standing.equals(before);
        }
    }

    /**
     * Decides on a dataset.
     *
     * @param plantedClosed whether any check's gate is closed
     */
    public Decision decide(String dataset, Standing standing, boolean plantedClosed, Instant now) {
        List<Policy> concerned =
                all.stream().filter(policy -> policy.concerns(dataset)).toList();
        Standing rearmed = rearmed(concerned, standing, now);
        List<Firing> fired = concerned.stream()
                .flatMap(policy -> policy.firings(rearmed, plantedClosed, now).stream())
                .toList();
        if (fired.isEmpty()) {
            return new Decision(fired, rearmed);
        }
        var latched = new TreeSet<>(rearmed.latched());
        fired.forEach(firing -> latched.add(Policy.id(firing.policy(), firing.condition())));
        return new Decision(fired, rearmed(concerned, rearmed.latching(latched).next(now), now));
    }

    /** Whether any policy looks at what was not kept. */
    public boolean watchWhatIsNotKept() {
        return watch(Measure.KeptShareChange.class);
    }

    private boolean watch(Class<? extends Measure> kind) {
        return all.stream()
                .flatMap(policy -> policy.conditions().stream())
                .anyMatch(condition -> kind.isInstance(condition.measure()));
    }

    private static Standing rearmed(List<Policy> concerned, Standing standing, Instant now) {
        if (standing.latched().isEmpty()) {
            return standing;
        }
        var latched = new TreeSet<String>();
        concerned.forEach(policy -> policy.stillLatched(standing, now, latched));
        return standing.latching(latched);
    }
}
