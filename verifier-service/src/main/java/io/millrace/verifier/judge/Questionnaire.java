package io.millrace.verifier.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements that a judge is asked about in one order, two controls among them: one is true and one false of whatever the reply
 * says, so a judge who is talked into an answer, or gives the same to everything, gives itself away.
 *
 * @param items in the order asked
 */
record Questionnaire(List<Item> items) {

    Questionnaire {
        items = List.copyOf(items);
    }

    /** A statement with the criterion it stands for, or with what is known of it where it is a control. */
    sealed interface Item {

        String statement();

        /**
         * A line of the rubric.
         *
         * @param index of the line
         */
        record Criterion(int index, String statement) implements Item {}

        /** A statement of which it is known whether it holds. */
        record Control(String statement, boolean holds) implements Item {}
    }

    /**
     * Asks about every criterion of a rubric.
     *
     * @param canary a word that the reply cannot hold
     */
    static Questionnaire of(Rubric rubric, String canary) {
        List<Item> items = new ArrayList<>();
        items.add(new Item.Control("The reply mentions the word %s.".formatted(canary), false));
        for (int index = 0; index < rubric.criteria().size(); index++) {
            items.add(new Item.Criterion(index, rubric.criteria().get(index)));
        }
        items.add(new Item.Control("The reply does not mention the word %s.".formatted(canary), true));
        return new Questionnaire(items);
    }

    Questionnaire reversed() {
        List<Item> turned = new ArrayList<>(items);
        Collections.reverse(turned);
        return new Questionnaire(turned);
    }

    /** The statements with their numbers from 1, a line each. */
    String text() {
        return IntStream.range(0, items.size())
                .mapToObj(at -> "%d. %s".formatted(at + 1, items.get(at).statement()))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Whether the controls got the answers that they must get.
     *
     * @param answers in the order asked
     */
    boolean passesControls(List<Boolean> answers) {
        return IntStream.range(0, items.size())
                .allMatch(at -> !(items.get(at) instanceof Item.Control control) || answers.get(at) == control.holds());
    }

    /** The answers to the criteria alone, in the order of the rubric. */
    List<Boolean> byCriterion(List<Boolean> answers) {
        return IntStream.range(0, items.size())
                .boxed()
                .filter(at -> items.get(at) instanceof Item.Criterion)
                .sorted(Comparator.comparingInt(at -> ((Item.Criterion) items.get(at)).index()))
                .map(answers::get)
                .toList();
    }
}
