package io.millrace.generator.rule.item;

import io.millrace.generator.rule.item.Working.Program;
import io.millrace.generator.rule.number.Formula;
import io.millrace.generator.rule.number.Rational;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Task;
import io.millrace.schemas.TextTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * One task with a worked solution that is proven right.
 *
 * @param prompt what is asked
 * @param solver accepts exactly the right answers, by another way than the solution was found
 * @param mistakes typical attempts, at least one of which is wrong
 */
public record Item(
        String prompt, Task task, Solution solution, Predicate<String> solver, List<Supplier<Solution>> mistakes) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,200}(?:[./][0-9]{1,200})?");

    public Item {
        mistakes = List.copyOf(mistakes);
        if (solution.answer().isBlank() || !solver.test(solution.answer())) {
            throw new IllegalStateException("a family cannot prove its own answer");
        }
    }

    /** A problem with one number as its answer; the solver accepts just that number. */
    public static Item math(String problem, Rational answer, Solution solution, List<Supplier<Solution>> mistakes) {
        MathTask math = new MathTask(problem, solution.answer(), null);
        Task task = Task.newBuilder().setMath(math).build();
        return new Item(
                problem, task, solution, attempt -> isNumber(attempt) && Formula.comesTo(answer, attempt), mistakes);
    }

    /** A problem with a formula as its answer; the mistakes are as in {@link #text}. */
    public static Item formula(
            String problem, List<String> steps, String answer, Predicate<String> solver, String... confused) {
        MathTask math = new MathTask(problem, answer, null);
        Task task = Task.newBuilder().setMath(math).build();
        return new Item(problem, task, Solution.answered(steps, answer), solver, confusions(steps, confused));
    }

    /** A problem with one whole number as its answer; the mistakes are as in {@link #text}. */
    public static Item number(String problem, List<String> steps, long answer, long proof, long... confused) {
        String[] others = LongStream.concat(LongStream.of(confused), LongStream.of(answer + 1))
                .mapToObj(Long::toString)
                .toArray(String[]::new);
        Solution solution = Solution.answered(steps, Long.toString(answer));
        return math(problem, Rational.of(proof), solution, confusions(steps, others));
    }

    /**
     * A question with one exact text as its answer.
     *
     * @param proof the answer, found in another way
     * @param confused what is typically mixed up with the answer; a mistake breaks off before the last step and concludes it
     */
    public static Item text(String prompt, List<String> steps, String answer, String proof, String... confused) {
        TextTask text = new TextTask(prompt, answer, null);
        Task task = Task.newBuilder().setText(text).build();
        return new Item(prompt, task, Solution.answered(steps, answer), proof::equals, confusions(steps, confused));
    }

    private static List<Supplier<Solution>> confusions(List<String> steps, String... confused) {
        List<String> unfinished = steps.subList(0, Math.max(1, steps.size() - 1));
        List<Supplier<Solution>> mistakes = new ArrayList<>();
        for (String other : confused) {
            mistakes.add(() -> Solution.answered(unfinished, other));
        }
        return mistakes;
    }

    /**
     * A problem that a calculation solves.
     *
     * @param formula the whole calculation as one formula, which proves the answer
     * @param wrong calculations that are typically made instead
     */
    public static Item calculated(
            String problem, String formula, Function<Rational, String> notation, Program program, Program... wrong) {
        Solution solution = Working.solve(notation, program);
        List<Supplier<Solution>> mistakes = new ArrayList<>();
        for (Program other : wrong) {
            mistakes.add(() -> Working.solve(notation, other));
        }
        mistakes.addAll(Working.mistakes(notation, program, solution.steps().size()));
        return math(problem, Formula.read(formula).value(), solution, mistakes);
    }

    private static boolean isNumber(String attempt) {
        return NUMBER.matcher(attempt).matches();
    }

    /** A typical wrong solution; which one follows from the number. */
    public Solution mistaken(int pick) {
        for (int tried = 0; tried < mistakes.size(); tried++) {
            Solution attempt = mistakes.get((pick + tried) % mistakes.size()).get();
            if (!solver.test(attempt.answer())) {
                return attempt;
            }
        }
        throw new IllegalStateException("a family has no wrong solution to an item");
    }
}
