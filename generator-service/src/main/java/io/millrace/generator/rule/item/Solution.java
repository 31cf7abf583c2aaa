package io.millrace.generator.rule.item;

import java.util.List;

/**
 * A worked solution, right or wrong.
 *
 * @param steps one sentence each, without a full stop
 * @param answer what is judged
 * @param ending how the answer is written at the end
 */
public record Solution(List<String> steps, String answer, String ending) {

    public Solution {
        steps = List.copyOf(steps);
    }

    public static Solution answered(List<String> steps, String answer) {
        return new Solution(steps, answer, "Answer: " + answer);
    }

    public static Solution programmed(List<String> steps, String code) {
        return new Solution(steps, code, "```python\n" + code + "\n```");
    }

    public String text(Wording wording) {
        return wording.arrange(steps) + "\n" + ending;
    }
}
