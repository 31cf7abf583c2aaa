package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.program.Numbers;
import io.millrace.generator.rule.program.Step;
import io.millrace.generator.rule.program.Vocabulary;
import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Examples of a rule on lists of numbers, and a list to apply it to. Every rule of the same length that fits the examples gives the
 * same result, so there is nothing to guess.
 */
public final class RuleInduction {

    private static final int LENGTH = 5;
    private static final int GREATEST = 20;
    private static final int EXAMPLES = 3;
    private static final int MAX_TRIES = 2_000;

    private static final Vocabulary<Long> NUMBERS = Numbers.vocabulary();

    private RuleInduction() {}

    /** Steps on a list, one after another. */
    private record ListRule(List<Step<Long, List<Long>>> steps) {

        private ListRule {
            steps = List.copyOf(steps);
        }

        /** Whether it gives something that is neither nothing nor the same. */
        boolean changes(List<Long> input) {
            List<Long> result = apply(input);
            return !result.isEmpty() && !result.equals(input);
        }

        List<Long> apply(List<Long> input) {
            List<Long> values = input;
            for (Step<Long, List<Long>> step : steps) {
                values = step.run().apply(values);
            }
            return values;
        }
    }

    public static Family family() {
        List<ListRule> changes = single(NUMBERS.changes());
        List<ListRule> others = single(Stream.concat(NUMBERS.filters().stream(), NUMBERS.positions().stream())
                .toList());
        List<ListRule> all = Stream.concat(changes.stream(), others.stream()).toList();
        List<ListRule> pairs = NUMBERS.positions().stream()
                .flatMap(first -> NUMBERS.changes().stream().map(second -> new ListRule(List.of(first, second))))
                .toList();
        return new Family(
                "rule-induction", 1, List.of(List.of(rule(changes)), List.of(rule(all)), List.of(rule(pairs))));
    }

    private static List<ListRule> single(List<Step<Long, List<Long>>> steps) {
        return steps.stream().map(step -> new ListRule(List.of(step))).toList();
    }

    private static Template rule(List<ListRule> rules) {
        return (choices, chance) -> {
            List<Long> question = list(choices);
            ListRule rule = Stream.generate(() -> chance.of(rules))
                    .filter(candidate -> candidate.changes(question))
                    .findFirst()
                    .orElseThrow();
            List<List<Long>> examples = new ArrayList<>();
            List<ListRule> fitting = rules;
            for (int tried = 0; examples.size() < EXAMPLES || results(fitting, question) > 1; tried++) {
                if (tried == MAX_TRIES) {
                    throw new IllegalStateException("the examples leave several rules");
                }
                List<Long> example = list(chance);
                List<Long> result = rule.apply(example);
                List<ListRule> left = fitting.stream()
                        .filter(other -> other.apply(example).equals(result))
                        .toList();
                if (examples.size() < EXAMPLES || left.size() < fitting.size()) {
                    examples.add(example);
                    fitting = left;
                }
            }
            return item(rule, fitting.getFirst(), examples, question);
        };
    }

    private static long results(List<ListRule> rules, List<Long> input) {
        return rules.stream().map(rule -> rule.apply(input)).distinct().count();
    }

    private static List<Long> list(Choices choices) {
        return Stream.generate(() -> (long) choices.between(0, GREATEST))
                .limit(LENGTH)
                .toList();
    }

    private static Item item(ListRule rule, ListRule proof, List<List<Long>> examples, List<Long> question) {
        String shown = examples.stream()
                .map(example -> "%s -> %s".formatted(example, rule.apply(example)))
                .collect(Collectors.joining("\n"));
        String prompt = "The same rule turns every list into another:\n%s\nWhat does it turn %s into?"
                .formatted(shown, question);
        List<String> steps = new ArrayList<>();
        rule.steps().forEach(step -> steps.add("The rule says: " + step.request()));
        steps.add("That fits all %d examples".formatted(examples.size()));
        List<String> confused = new ArrayList<>();
        rule.steps().stream()
                .flatMap(step -> step.slips().stream())
                .forEach(slip -> confused.add(slip.run().apply(question).toString()));
        confused.add(question.toString());
        confused.add(question.reversed().toString());
        confused.add("[" + GREATEST + "]");
        return Item.text(
                prompt,
                steps,
                rule.apply(question).toString(),
                proof.apply(question).toString(),
                confused.toArray(String[]::new));
    }
}
