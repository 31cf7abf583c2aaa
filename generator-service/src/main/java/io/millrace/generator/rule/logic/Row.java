package io.millrace.generator.rule.logic;

import io.millrace.generator.rule.logic.Clue.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Houses in a row.
 *
 * @param kinds for each kind of thing, what there is of it from the first house on
 */
public record Row(List<List<String>> kinds) {

    public Row {
        kinds = kinds.stream().map(List::copyOf).toList();
    }

    public int houses() {
        return kinds.getFirst().size();
    }

    /** The things of each kind in an order that tells nothing. */
    public List<List<String>> sorted() {
        return kinds.stream().map(kind -> kind.stream().sorted().toList()).toList();
    }

    /** What is in a house. */
    public String house(int house) {
        return kinds.stream().map(kind -> kind.get(house)).collect(Collectors.joining(" "));
    }

    /** All houses, one after another. */
    public String text() {
        List<String> all = new ArrayList<>();
        for (int house = 0; house < houses(); house++) {
            all.add(house(house));
        }
        return String.join("; ", all);
    }

    /** What {@link #text} looks like, with the things in the order that tells nothing. */
    public String form() {
        return new Row(sorted()).text();
    }

    /** The row with the first two things of a kind in each other's place. */
    public Row swapped(int kind) {
        List<List<String>> changed = new ArrayList<>(kinds);
        List<String> things = new ArrayList<>(kinds.get(kind));
        Collections.swap(things, 0, 1);
        changed.set(kind, things);
        return new Row(changed);
    }

    public Row reversed() {
        return new Row(kinds.stream().map(List::reversed).toList());
    }

    /** Everything that can be said of two things. */
    public List<Clue> clues() {
        List<String> things = kinds.stream().flatMap(List::stream).sorted().toList();
        List<Clue> clues = new ArrayList<>();
        for (String first : things) {
            for (String second : things) {
                for (Relation relation : Relation.values()) {
                    boolean twice = (relation == Relation.SAME_HOUSE || relation == Relation.NEXT_TO)
                            && first.compareTo(second) > 0;
                    if (!first.equals(second) && !twice && relation.holds(houseOf(first), houseOf(second))) {
                        clues.add(new Clue(first, relation, second));
                    }
                }
            }
        }
        return clues;
    }

    /** A row of the same things for which the clues hold too, if there is one besides this. */
    public Optional<Row> other(List<Clue> clues) {
        return new Search(this, clues)
                .found.stream().filter(row -> !row.equals(this)).findFirst();
    }

    /** The first row of the same things for which the clues hold. */
    public Row solved(List<Clue> clues) {
        return new Search(this, clues).found.getFirst();
    }

    /** Whether the clue is true of this row. */
    public boolean holds(Clue clue) {
        return clue.relation().holds(houseOf(clue.first()), houseOf(clue.second()));
    }

    private int houseOf(String thing) {
        return kinds.stream().mapToInt(kind -> kind.indexOf(thing)).max().orElseThrow();
    }

    /** Places things one by one, from an order that tells nothing, until it has found two rows. */
    private static final class Search {

        private static final int NOWHERE = -1;

        private final List<List<String>> things;
        private final int houses;
        private final List<Clue> clues;
        private final List<String> numbered;
        private final int[][] pairs;
        private final int[] houseOf;
        private final boolean[] taken;
        private final List<Row> found = new ArrayList<>();

        Search(Row row, List<Clue> clues) {
            this.clues = clues;
            things = row.sorted();
            houses = row.houses();
            numbered = things.stream().flatMap(List::stream).toList();
            pairs = clues.stream()
                    .map(clue -> new int[] {numbered.indexOf(clue.first()), numbered.indexOf(clue.second())})
                    .toArray(int[][]::new);
            houseOf = new int[numbered.size()];
            Arrays.fill(houseOf, NOWHERE);
            taken = new boolean[numbered.size()];
            place(0);
        }

        private void place(int thing) {
            if (thing == houseOf.length) {
                found.add(row());
                return;
            }
            int kind = thing / houses * houses;
            for (int house = 0; house < houses && found.size() < 2; house++) {
                if (!taken[kind + house]) {
                    taken[kind + house] = true;
                    houseOf[thing] = house;
                    if (possible(thing)) {
                        place(thing + 1);
                    }
                    houseOf[thing] = NOWHERE;
                    taken[kind + house] = false;
                }
            }
        }

        private boolean possible(int thing) {
            for (int at = 0; at < pairs.length; at++) {
                int first = pairs[at][0];
                int second = pairs[at][1];
                boolean known = houseOf[first] != NOWHERE && houseOf[second] != NOWHERE;
                if ((first == thing || second == thing)
                        && known
                        && !clues.get(at).relation().holds(houseOf[first], houseOf[second])) {
                    return false;
                }
            }
            return true;
        }

        private Row row() {
            List<List<String>> kinds = new ArrayList<>();
            for (int kind = 0; kind < things.size(); kind++) {
                String[] inOrder = new String[houses];
                for (int at = 0; at < houses; at++) {
                    inOrder[houseOf[kind * houses + at]] = things.get(kind).get(at);
                }
                kinds.add(List.of(inOrder));
            }
            return new Row(kinds);
        }
    }
}
