package io.millrace.generator.rule.logic;

/**
 * How two things stand to each other in a row of houses.
 *
 * @param relation how the house of the first stands to that of the second
 */
public record Clue(String first, Relation relation, String second) {

    /** What a clue can say. */
    enum Relation {
        SAME_HOUSE("%s and %s are in the same house"),
        NEXT_TO("%s and %s are in neighbouring houses"),
        LEFT_OF("%s is somewhere to the left of %s"),
        JUST_LEFT_OF("%s is in the house just left of that of %s");

        private final String form;

        Relation(String form) {
            this.form = form;
        }

        boolean holds(int first, int second) {
            return switch (this) {
                case SAME_HOUSE -> first == second;
                case NEXT_TO -> Math.abs(first - second) == 1;
                case LEFT_OF -> first < second;
                case JUST_LEFT_OF -> first == second - 1;
            };
        }
    }

    /** The clue as a sentence without a full stop. */
    public String text() {
        String text = relation.form.formatted(first, second);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
