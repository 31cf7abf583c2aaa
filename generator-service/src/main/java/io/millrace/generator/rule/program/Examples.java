package io.millrace.generator.rule.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Inputs that tell a program from its mutants.
 *
 * @param inputs what to run it on; it gives several different results for them
 * @param killed the mutants that give something else for at least one input
 */
public record Examples<T>(List<List<T>> inputs, List<Program<T>> killed) {

    private static final int RESULTS = 3;
    private static final int TRIES = 100;
    private static final int MAX_TRIES = 2_000;

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
        for (int tried = 0; results.size() < RESULTS || (tried < TRIES && !alive.isEmpty()); tried++) {
            if (tried > MAX_TRIES) {
                throw new IllegalStateException("a program gives nearly always the same result");
            }
            List<T> input = candidates.get();
            String expected = program.run(input);
            List<Program<T>> dead = alive.stream()
                    .filter(mutant -> !mutant.run(input).equals(expected))
                    .toList();
            boolean varied = results.size() < RESULTS && !results.contains(expected);
            if (varied || !dead.isEmpty()) {
                inputs.add(input);
                results.add(expected);
                killed.addAll(dead);
                alive.removeAll(dead);
            }
        }
        return new Examples<>(inputs, killed);
    }
}
