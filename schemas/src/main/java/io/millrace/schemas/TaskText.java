package io.millrace.schemas;

/** The words in which a task is put to whoever solves it. */
public final class TaskText {

    private TaskText() {}

    /** Empty for a kind of task that is not known here. A conversation is told apart by its hash. */
    public static String of(Task task) {
        if (task.getMath() != null) {
            return task.getMath().getProblem();
        }
        if (task.getCode() != null) {
            return task.getCode().getProblem();
        }
        if (task.getText() != null) {
            return task.getText().getPrompt();
        }
        if (task.getPuzzle() != null) {
            return task.getPuzzle().getPrompt();
        }
        if (task.getChat() != null) {
            return ContentHash.of(task.getChat().getMessages());
        }
        return ofTools(task);
    }

    private static String ofTools(Task task) {
        if (task.getStructured() != null) {
            return task.getStructured().getInstruction();
        }
        if (task.getTool() != null) {
            return task.getTool().getInstruction();
        }
        return task.getSql() == null ? "" : task.getSql().getQuestion();
    }
}
