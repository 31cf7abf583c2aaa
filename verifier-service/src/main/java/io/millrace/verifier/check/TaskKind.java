package io.millrace.verifier.check;

import io.millrace.schemas.Task;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the fields of a {@link Task} is set. */
public enum TaskKind {
    MATH,
    CODE,
    TEXT,
    PUZZLE,
    CHAT,
    STRUCTURED,
    TOOL,
    SQL;

    /** Nothing where no field is set that is known here. */
    public static Optional<TaskKind> of(Task task) {
        return Stream.of(values()).filter(kind -> kind.field(task) != null).findFirst();
    }

    /** The name as people write it, for instance "math". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private @Nullable Object field(Task task) {
        return switch (this) {
            case MATH -> task.getMath();
            case CODE -> task.getCode();
            case TEXT -> task.getText();
            case PUZZLE -> task.getPuzzle();
            case CHAT -> task.getChat();
            case STRUCTURED -> task.getStructured();
            case TOOL -> task.getTool();
            case SQL -> task.getSql();
        };
    }
}
