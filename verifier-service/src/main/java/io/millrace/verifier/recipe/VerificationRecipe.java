package io.millrace.verifier.recipe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.verifier.check.Role;
import io.millrace.verifier.check.TaskKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which checks judge which tasks, in the order they run. */
public record VerificationRecipe(List<Entry> checks) {

    public VerificationRecipe(@Nullable List<Entry> checks) {
        this.checks = checks == null ? List.of() : List.copyOf(checks);
    }

    /**
     * One check with its place and its settings.
     *
     * @param tasks the kinds of task it runs for; all that it applies to where nothing is said
     * @param role what its verdict does; it decides where nothing is said
     * @param settings what the check's own settings are read from
     */
    public record Entry(String check, Set<TaskKind> tasks, Role role, ObjectNode settings) {

        public Entry(String check, @Nullable Set<TaskKind> tasks, @Nullable Role role, @Nullable ObjectNode settings) {
            this.check = check == null ? "" : check;
            this.tasks = Set.copyOf(tasks == null ? EnumSet.allOf(TaskKind.class) : tasks);
            this.role = role == null ? Role.DECIDES : role;
            this.settings = settings == null ? JsonNodeFactory.instance.objectNode() : settings;
        }
    }
}
