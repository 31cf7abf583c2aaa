package io.millrace.generator.rule;

import io.millrace.generator.rule.Working.Program;
import io.millrace.generator.rule.number.Formula;
import io.millrace.generator.rule.number.Rational;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One task with a worked solution that is proven right.
 *
 * @param prompt what is asked
 * @param solver accepts exactly the right answers, by another way than the solution was found
 * @param mistakes typical attempts, at least one of which is wrong
 */
record Item(String prompt, Task task, Solution solution, Predicate<String> solver, List<Supplier<Solution>> mistakes) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,200}(?:[./][0-9]{1,200})?");

    Item {
        mistakes = List.copyOf(mistakes);
        if (solution.answer().isBlank() || !solver.test(solution.answer())) {
            throw new IllegalStateException("a family cannot prove its own answer");
        }
    }

    /** A problem with one number as its answer; the solver accepts just that number. */
    static Item math(String problem, Rational answer, Solution solution, List<Supplier<Solution>> mistakes) {
        MathTask math = new MathTask(problem, solution.answer(), null);
        Task task = Task.newBuilder().setMath(math).build();
        return new Item(
                problem, task, solution, attempt -> isNumber(attempt) && Formula.comesTo(answer, attempt), mistakes);
    }

    /**
     * A problem that a calculation solves.
     *
     * @param formula the whole calculation as one formula, which proves the answer
     * @param wrong calculations that are typically made instead
     */
    static Item calculated(
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
    Solution mistaken(int pick) {
        for (int tried = 0; tried < mistakes.size(); tried++) {
            Solution attempt = mistakes.get((pick + tried) % mistakes.size()).get();
            if (!solver.test(attempt.answer())) {
                return attempt;
            }
        }
        throw new IllegalStateException("a family has no wrong solution to an item");
    }
}
