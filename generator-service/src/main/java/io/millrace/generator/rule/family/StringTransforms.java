package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.space.Choices;
import io.millrace.schemas.Task;
import io.millrace.schemas.TextTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Changes to make to a made-up word or sentence, one after another. */
public final class StringTransforms {

    private static final List<String> CONSONANTS = List.of("bcdfghjklmnpqrstvwyz".split(""));
    private static final List<String> VOWELS = List.of("aeiou".split(""));

    private StringTransforms() {}

    public static Family family() {
        return new Family(
                "string-transforms",
                1,
                List.of(
                        List.of(changes(1, Transform.OF_LETTERS, 1, 3)),
                        List.of(changes(2, Transform.OF_LETTERS, 1, 3)),
                        List.of(changes(3, Transform.OF_LETTERS, 1, 3), changes(2, Transform.OF_WORDS, 3, 2)),
                        List.of(changes(4, Transform.OF_LETTERS, 1, 4), changes(3, Transform.OF_WORDS, 4, 2))));
    }

    private static Template changes(int count, List<Transform> transforms, int words, int syllables) {
        return (choices, chance) -> {
            List<Transform> chosen = choices.distinct(count, transforms);
            List<String> text = new ArrayList<>();
            for (int word = 0; word < words; word++) {
                text.add(word(choices, syllables));
            }
            return item(String.join(" ", text), chosen);
        };
    }

    private static String word(Choices choices, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int syllable = 0; syllable < syllables; syllable++) {
            word.append(choices.of(CONSONANTS)).append(choices.of(VOWELS));
        }
        return word.toString();
    }

    private static Item item(String text, List<Transform> transforms) {
        String requests = transforms.stream().map(Transform::request).collect(Collectors.joining(". Then "));
        String proof = text;
        for (Transform transform : transforms) {
            proof = transform.otherwise().apply(proof);
        }
        Solution solution = solution(text, transforms);
        TextTask question = new TextTask(
                "Start with the text \"%s\". First %s. What is the result?".formatted(text, requests),
                solution.answer(),
                null);
        Task task = Task.newBuilder().setText(question).build();
        return new Item(question.getPrompt(), task, solution, proof::equals, mistakes(text, transforms));
    }

    private static Solution solution(String text, List<Transform> transforms) {
        List<String> steps = new ArrayList<>();
        steps.add("The text is \"%s\"".formatted(text));
        String result = text;
        for (Transform transform : transforms) {
            result = transform.change().apply(result);
            steps.add("After \"%s\" it is \"%s\"".formatted(transform.request(), result));
        }
        return Solution.answered(steps, result);
    }

    private static List<Supplier<Solution>> mistakes(String text, List<Transform> transforms) {
        List<Supplier<Solution>> mistakes = new ArrayList<>();
        for (int at = 0; at < transforms.size(); at++) {
            List<Transform> others = new ArrayList<>(transforms);
            others.remove(at);
            mistakes.add(() -> solution(text, others));
        }
        mistakes.add(() -> solution(text, transforms.reversed()));
        mistakes.add(() -> withoutSecondLetter(solution(text, transforms)));
        mistakes.add(() -> withALetterDoubled(solution(text, transforms)));
        return mistakes;
    }

    private static Solution withoutSecondLetter(Solution right) {
        String answer = right.answer();
        return Solution.answered(right.steps(), answer.charAt(0) + answer.substring(Math.min(2, answer.length())));
    }

    private static Solution withALetterDoubled(Solution right) {
        return Solution.answered(
                right.steps(),
                right.answer() + right.answer().charAt(right.answer().length() - 1));
    }
}
