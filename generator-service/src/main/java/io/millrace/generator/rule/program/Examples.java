package io.millrace.generator.rule.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Inputs that tell a program from its mutants.
 *
 * @param inputs what to run it on; it gives at least three different results for them
 * @param killed the mutants that give something else for at least one input
 */
public record Examples<T>(List<List<T>> inputs, List<Program<T>> killed) {

    private static final int TYPICAL = 3;
    private static final int TRIES = 60;

    public Examples {
        inputs = List.copyOf(inputs);
        killed = List.copyOf(killed);
    }

    /** Keeps a few of the inputs, and every further one that kills a mutant that was alive. */
    public static <T> Examples<T> of(Program<T> program, Supplier<List<T>> candidates) {
        List<Program<T>> alive = new ArrayList<>(program.mutants());
        List<Program<T>> killed = new ArrayList<>();
        Set<String> results = new HashSet<>();
        List<List<T>> inputs = new ArrayList<>();
        inputs.add(List.of());
        results.add(program.run(List.of()));
        for (int tried = 0; tried < TRIES && !(alive.isEmpty() && inputs.size() > TYPICAL); tried++) {
            List<T> input = candidates.get();
            String expected = program.run(input);
            List<Program<T>> dead = alive.stream()
                    .filter(mutant -> !mutant.run(input).equals(expected))
                    .toList();
            boolean varied = inputs.size() <= TYPICAL && !results.contains(expected);
            if (varied || !dead.isEmpty()) {
                inputs.add(input);
                results.add(expected);
                killed.addAll(dead);
                alive.removeAll(dead);
            }
        }
        if (results.size() < TYPICAL || killed.isEmpty()) {
            throw new IllegalStateException("no examples tell a program from its mutants");
        }
        return new Examples<>(inputs, killed);
    }
}
