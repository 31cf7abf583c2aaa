package io.millrace.verifier.math;

import io.millrace.schemas.MathTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Ways to write an answer, wrong answers that look like it, and replies that hide or hedge theirs. */
public final class MathProbes implements ProbeSuite {

    private static final String BETWEEN = " || ";

    /** Replies of which the answer is to be found first. */
    private static final String RIGHT_REPLIES = """
            # found
            42 || It is \\boxed{42}.
            42 || First \\boxed{42}, and again \\boxed{42}.
            1, 2 || The roots are \\boxed{1} and \\boxed{2}.
            1, 2 || \\boxed{1}, \\boxed{2}
            20\\% || That is \\boxed{20}\\%.
            42 || So we get 40 + 2 = 42.⏎The final answer is 42. I hope it is correct.
            42 || Half of it is \\boxed{21}. Final Answer: The final answer is $42$. I hope it is correct.
            42 || ## Final Answer: The largest of them is 42.
            x<3 || We find that $x \\lt 3$.
            9 || The answer is $9$.
            B || The answer is (B).
            \\frac13 || so it follows that $k = \\frac{1}{3}$
            2/3 || Therefore the probability is 2/3.
            1,000.99 || which comes to 1,000.99m²
            42 || Answer: **42**
            5 || \\boxed{5}5
            42 || \\\\boxed{42}
            """;

    private static final String WRONG_REPLIES = """
            # hedged
            7 || \\boxed{7} or maybe \\boxed{8}
            8 || \\boxed{7} or maybe \\boxed{8}
            7 || It is 7 or 8.
            7 || \\boxed{7 \\text{ or } 8}
            1, 2 || \\boxed{1} no no no \\boxed{2}
            7 || <answer>7</answer><answer>8</answer>
            # hidden
            42 || \\boxed{} 42
            42 || so it is \\boxed{4
            12 || so 12 + 3 = \\boxed{12 + 3
            42 || \\boxed{41} since 42 - 1 is 41
            42 || The final answer is 41. Or 42.
            7 || Answer: the number of days in a week
            5 || The box holds \\boxed{nothing} but 5
            """;

    @Override
    public String check() {
        return "math-answer";
    }

    @Override
    public List<Probe> probes() {
        return Stream.of(
                        boxed("equal", EqualAnswers.PAIRS, true),
                        boxed("different", DifferentAnswers.PAIRS, false),
                        probes("reply", RIGHT_REPLIES, true, false),
                        probes("reply", WRONG_REPLIES, false, false))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Probe> boxed(String group, String lines, boolean right) {
        return probes(group, lines, right, true);
    }

    private static List<Probe> probes(String group, String lines, boolean right, boolean inBox) {
        List<Probe> probes = new ArrayList<>();
        String kind = group;
        int number = 0;
        for (String line : lines.lines().toList()) {
            if (line.startsWith("# ")) {
                kind = group + "-" + line.substring(2);
                number = 0;
            } else {
                int between = line.indexOf(BETWEEN);
                String given = line.substring(between + BETWEEN.length()).replace("⏎", "\n");
                String reply = inBox ? "So the answer is \\boxed{" + given + "}" : given;
                probes.add(Probe.of(kind + "-" + ++number, task(line.substring(0, between)), reply, right));
            }
        }
        return probes;
    }

    private static Task task(String answer) {
        return Task.newBuilder()
                .setMath(MathTask.newBuilder()
                        .setProblem("What is it?")
                        .setAnswer(answer)
                        .build())
                .build();
    }
}
