package io.millrace.generator.rule.program;

import java.util.ArrayList;
import java.util.List;

/**
 * Operations on a list, one after another, and a result made of what is left.
 *
 * @param argument how the function takes its input
 */
public record Program<T>(Argument<T> argument, List<Step<T, List<T>>> steps, Step<T, String> end) {

    public Program {
        steps = List.copyOf(steps);
    }

    /** What the function gives for an input, as a Python literal. */
    public String run(List<T> input) {
        List<T> values = input;
        for (Step<T, List<T>> step : steps) {
            values = step.run().apply(values);
        }
        return end.run().apply(values);
    }

    /** A Python function. */
    public String code(String name) {
        StringBuilder code = new StringBuilder("def %s(%s):\n".formatted(name, argument.name()));
        code.append("    values = ").append(argument.toList()).append('\n');
        for (Step<T, List<T>> step : steps) {
            code.append("    values = ").append(step.code()).append('\n');
        }
        return code.append("    return ").append(end.code()).toString();
    }

    /** What to do, one sentence per operation. */
    public List<String> requests() {
        List<String> requests = new ArrayList<>();
        steps.forEach(step -> requests.add(step.request()));
        requests.add(end.request());
        return requests;
    }

    /** Programs that differ in one operation: another one in its place, or none. */
    public List<Program<T>> mutants() {
        List<Program<T>> mutants = new ArrayList<>();
        for (int at = 0; at < steps.size(); at++) {
            for (Step<T, List<T>> slip : steps.get(at).slips()) {
                List<Step<T, List<T>>> changed = new ArrayList<>(steps);
                changed.set(at, slip);
                mutants.add(new Program<>(argument, changed, end));
            }
            List<Step<T, List<T>>> fewer = new ArrayList<>(steps);
            fewer.remove(at);
            mutants.add(new Program<>(argument, fewer, end));
        }
        end.slips().forEach(slip -> mutants.add(new Program<>(argument, steps, slip)));
        return mutants;
    }
}
