package io.millrace.verifier.check;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Hash;
import java.util.EnumSet;
import java.util.Set;

/**
 * A check at its place in an examination.
 *
 * @param tasks the kinds of task it is run for, as far as it applies to them
 */
public record CheckStep(Check check, Set<TaskKind> tasks, Role role) {

    public CheckStep {
        tasks = Set.copyOf(tasks);
    }

    /** A check that decides on every kind of task that it applies to. */
    public static CheckStep deciding(Check check) {
        return new CheckStep(check, EnumSet.allOf(TaskKind.class), Role.DECIDES);
    }

    boolean concerns(Candidate candidate) {
        return TaskKind.of(candidate.getTask()).filter(tasks::contains).isPresent() && check.appliesTo(candidate);
    }

    /** A check that would decide only screens where a pass says too little of this task. */
    Role roleFor(Candidate candidate) {
        return role == Role.DECIDES && !check.decides(candidate) ? Role.SCREENS : role;
    }

    String hash() {
        String kinds = tasks.stream().map(TaskKind::label).sorted().toList().toString();
        return Hash.of(check.name(), check.version(), check.configHash(), kinds, role.name());
    }
}
