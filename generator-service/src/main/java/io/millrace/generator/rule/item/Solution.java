package io.millrace.generator.rule.item;

import io.millrace.schemas.Message;
import io.millrace.schemas.ToolCall;
import java.util.List;

/**
 * A worked solution, right or wrong.
 *
 * @param steps one sentence each, without a full stop
 * @param answer what is judged
 * @param ending how the answer is written at the end; where it is the answer itself, nothing else is said
 * @param calls of tools, which are the answer where there are any
 */
public record Solution(List<String> steps, String answer, String ending, List<ToolCall> calls) {

    public Solution {
        steps = List.copyOf(steps);
        calls = List.copyOf(calls);
    }

    public Solution(List<String> steps, String answer, String ending) {
        this(steps, answer, ending, List.of());
    }

    public static Solution answered(List<String> steps, String answer) {
        return new Solution(steps, answer, "Answer: " + answer);
    }

    public static Solution programmed(List<String> steps, String code) {
        return new Solution(steps, code, "```python\n" + code + "\n```");
    }

    /** The ways of writing it down that differ. */
    public List<Wording> wordings() {
        return isBare() ? List.of(Wording.LINES) : Wording.ALL;
    }

    public String text(Wording wording) {
        return isBare() ? ending : wording.arrange(steps) + "\n" + ending;
    }

    private boolean isBare() {
        return ending.equals(answer);
    }

    /** The solution as somebody says it. */
    public Message message(Wording wording) {
        return new Message("assistant", text(wording), null, calls, null);
    }
}
