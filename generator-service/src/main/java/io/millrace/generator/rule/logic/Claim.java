package io.millrace.generator.rule.logic;

import io.millrace.generator.rule.space.Choices;
import java.util.List;

/**
 * What a knight or a knave says of others.
 *
 * @param speaker who says it
 * @param first whom it is about; the speaker may be one of the two
 * @param second whom else it is about
 * @param affirmed whether it is said, and not denied
 */
public record Claim(int speaker, Relation relation, int first, int second, boolean affirmed) {

    /** What can be said of two people. */
    enum Relation {
        SAME("%s and %s are of the same kind", "%s and %s are of different kinds") {
            @Override
            boolean holds(boolean first, boolean second) {
                return first == second;
            }
        },
        BOTH("%s and %s are both knights", "at least one of %s and %s is a knave") {
            @Override
            boolean holds(boolean first, boolean second) {
                return first && second;
            }
        },
        EITHER("at least one of %s and %s is a knight", "%s and %s are both knaves") {
            @Override
            boolean holds(boolean first, boolean second) {
                return first || second;
            }
        };

        private static final List<Relation> ALL = List.of(values());

        private final String affirmation;
        private final String denial;

        Relation(String affirmation, String denial) {
            this.affirmation = affirmation;
            this.denial = denial;
        }

        abstract boolean holds(boolean first, boolean second);
    }

    /** Something that the speaker can say where the bits of the world say who is a knight. */
    public static Claim by(int speaker, int people, int world, Choices choices) {
        Relation relation = choices.of(Relation.ALL);
        int pair = choices.below(people * (people - 1) / 2);
        int second = 1;
        while (pair >= second) {
            pair -= second++;
        }
        Claim claim = new Claim(speaker, relation, pair, second, true);
        return claim.fits(world) ? claim : new Claim(speaker, relation, pair, second, false);
    }

    /** Whether the speaker can say this in a world. */
    public boolean fits(int world) {
        boolean holds = relation.holds(knight(first, world), knight(second, world)) == affirmed;
        return holds == knight(speaker, world);
    }

    public boolean saidByKnight(int world) {
        return knight(speaker, world);
    }

    /** What is claimed. */
    public String content(List<String> names) {
        return (affirmed ? relation.affirmation : relation.denial).formatted(names.get(first), names.get(second));
    }

    /** The claim with its speaker. */
    public String text(List<String> names) {
        return "%s says: \"%s.\"".formatted(names.get(speaker), sentence(content(names)));
    }

    private static String sentence(String content) {
        return Character.toUpperCase(content.charAt(0)) + content.substring(1);
    }

    private static boolean knight(int person, int world) {
        return ((world >> person) & 1) == 1;
    }
}
