package io.millrace.evaluator.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * When a dataset is due for a new version: as soon as any condition holds, unless the last version is too young or a guard is closed.
 *
 * @param dataset the name of a dataset, or {@value #ANY}
 * @param spacing the least time between two versions
 */
public record Policy(String name, String dataset, List<Condition> conditions, Set<Guard> guards, Duration spacing) {

    public static final String ANY = "*";

    public Policy {
        conditions = List.copyOf(conditions);
        guards = Set.copyOf(guards);
    }

    boolean concerns(String name) {
        return dataset.equals(ANY) || dataset.equals(name);
    }

    /** What fires now; nothing where nothing was kept. */
    List<Firing> firings(Standing standing, boolean plantedClosed, Instant now) {
        if (standing.kept() == 0 || tooYoung(standing, now) || held(standing, plantedClosed)) {
            return List.of();
        }
        return conditions.stream()
                .filter(condition -> !standing.latched().contains(id(condition)) && condition.holds(standing, now))
                .map(condition -> firing(condition, standing, now))
                .toList();
    }

    /** Adds the ids of those conditions that stay latched. */
    void stillLatched(Standing standing, Instant now, Collection<String> ids) {
        conditions.stream()
                .filter(condition -> standing.latched().contains(id(condition)) && !condition.fellBack(standing, now))
                .map(this::id)
                .forEach(ids::add);
    }

    private boolean tooYoung(Standing standing, Instant now) {
        return standing.lastCutAt()
                .filter(last -> now.isBefore(last.plus(spacing)))
                .isPresent();
    }

    private boolean held(Standing standing, boolean plantedClosed) {
        return (plantedClosed && guards.contains(Guard.PLANTED))
                || (standing.contaminated() > 0 && guards.contains(Guard.CONTAMINATION));
    }

    private Firing firing(Condition condition, Standing standing, Instant now) {
        double value = condition.measure().of(standing, now).orElseThrow();
        return new Firing(name, condition.measure().name(), value, condition.fires());
    }

    private String id(Condition condition) {
        return id(name, condition.measure().name());
    }

    static String id(String policy, String condition) {
        return policy + "/" + condition;
    }
}
