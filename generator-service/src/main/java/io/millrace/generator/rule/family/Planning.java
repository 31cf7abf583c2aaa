package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.plan.Jugs;
import io.millrace.schemas.PuzzleTask;
import io.millrace.schemas.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Water to measure with jugs of given sizes, in a bounded number of moves; any plan that does it is right. */
public final class Planning {

    private static final String NAME = "planning";
    private static final int VERSION = 1;
    private static final int LARGEST = 60;
    private static final int SPARE_MOVES = 4;

    private Planning() {}

    public static Family family() {
        List<Jugs> all = IntStream.rangeClosed(3, LARGEST)
                .boxed()
                .flatMap(large ->
                        IntStream.range(2, large).boxed().flatMap(small -> Jugs.measurable(small, large).stream()))
                .toList();
        return new Family(
                NAME,
                VERSION,
                List.of(List.of(task(all, 3, 10)), List.of(task(all, 11, 24)), List.of(task(all, 25, 60))));
    }

    private static Template task(List<Jugs> all, int fewest, int most) {
        List<Jugs> some = all.stream()
                .filter(jugs -> jugs.moves() >= fewest && jugs.moves() <= most)
                .toList();
        return (choices, chance) -> item(choices.of(some));
    }

    private static Item item(Jugs jugs) {
        int allowed = jugs.moves() + SPARE_MOVES;
        String prompt =
                ("Jug 1 holds %d litres and jug 2 holds %d litres; both are empty, and there is a tap. In one move you can "
                                + "\"fill\" a jug, \"empty\" a jug, or \"pour\" one into the other until that is full or the first is "
                                + "empty. Get exactly %d litres into one of the jugs in at most %d moves. "
                                + "Answer on one line as in \"fill 1; pour 1 2; empty 2\".")
                        .formatted(jugs.small(), jugs.large(), jugs.target(), allowed);
        List<String> plan = jugs.plan();
        PuzzleTask puzzle = PuzzleTask.newBuilder()
                .setFamily(NAME)
                .setFamilyVersion(VERSION)
                .setPrompt(prompt)
                .setGiven("{\"capacities\":[%d,%d],\"target\":%d,\"maxMoves\":%d}"
                        .formatted(jugs.small(), jugs.large(), jugs.target(), allowed))
                .setAnswer(String.join("; ", plan))
                .build();
        Task task = Task.newBuilder().setPuzzle(puzzle).build();
        List<Supplier<Solution>> mistakes = new ArrayList<>();
        mistakes.add(() -> solution(jugs, plan.subList(0, plan.size() - 1)));
        mistakes.add(() -> solution(jugs, plan.subList(1, plan.size())));
        mistakes.add(() -> solution(jugs, plan.reversed()));
        return new Item(prompt, task, solution(jugs, plan), answer -> jugs.reaches(answer, allowed), mistakes);
    }

    private static Solution solution(Jugs jugs, List<String> plan) {
        List<String> steps = new ArrayList<>();
        for (int done = 1; done <= plan.size(); done++) {
            steps.add("After \"%s\" the jugs hold %s".formatted(plan.get(done - 1), jugs.after(plan.subList(0, done))));
        }
        return Solution.answered(steps, String.join("; ", plan));
    }
}
