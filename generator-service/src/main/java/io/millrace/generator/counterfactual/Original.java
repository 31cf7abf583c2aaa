package io.millrace.generator.counterfactual;

import io.millrace.generator.rule.Families;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.space.Choices;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.TextTask;
import java.util.Map;
import java.util.function.Function;

/**
 * What is to be said in other words.
 *
 * @param text as the teacher is shown it
 * @param reworded the task, with its answer, that other words for the text make
 */
record Original(String text, Function<String, Task> reworded) {

    private static final Map<String, String> CONTRARY = Map.of(
            "yes", "no", "no", "yes", "Yes", "No", "No", "Yes", "true", "false", "false", "true", "True", "False",
            "False", "True");

    /** A problem of mathematics; the answer stays. */
    static Original math(Task task) {
        MathTask math = task.getMath();
        if (math == null) {
            throw new UnusableSeedException("only the words of a math task can be changed");
        }
        return new Original(
                math.getProblem(),
                words -> Task.newBuilder()
                        .setMath(new MathTask(words, math.getAnswer(), math.getPolicy()))
                        .build());
    }

    /** A question of yes and no; the answer turns into its contrary. */
    static Original contrary(Task task) {
        TextTask text = task.getText();
        String contrary = text == null ? null : CONTRARY.get(text.getAnswer());
        if (text == null || contrary == null) {
            throw new UnusableSeedException("only a text task whose answer is yes or no, true or false can be negated");
        }
        return new Original(
                text.getPrompt(),
                words -> Task.newBuilder()
                        .setText(new TextTask(words, contrary, text.getPolicy()))
                        .build());
    }

    /** Another item of the family, level and split that the seed's own is of. */
    static Original sibling(Seed seed, Families families, Choices choices) {
        families.item(seed);
        Map<String, String> parameters = seed.getStrategy().getParameters();
        Family family = families.named(parameters.getOrDefault("family", ""));
        int level = Integer.parseInt(parameters.getOrDefault("level", ""));
        long own = Long.parseLong(parameters.getOrDefault("index", ""));
        long others = family.capacity(level, seed.getSplit()) - 1;
        if (others < 1) {
            throw new UnusableSeedException("there is no other item of that family, level and split");
        }
        long step = 1L + choices.below((int) Math.min(others, Integer.MAX_VALUE));
        return math(
                family.item(seed.getSplit(), level, (own + step) % (others + 1)).task());
    }
}
