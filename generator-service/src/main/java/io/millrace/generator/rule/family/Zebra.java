package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.logic.Clue;
import io.millrace.generator.rule.logic.Row;
import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Houses in a row and who lives in them; the clues leave exactly one arrangement, and each of them is needed. */
public final class Zebra {

    private static final List<List<String>> KINDS = List.of(
            List.of("Ana", "Boris", "Carla", "Derek", "Eva", "Frank", "Gina", "Henk"),
            List.of("cat", "dog", "horse", "parrot", "rabbit", "snail", "turtle", "zebra"),
            List.of("cocoa", "coffee", "juice", "lemonade", "milk", "tea", "water", "wine"),
            List.of("blue", "brown", "green", "orange", "purple", "red", "white", "yellow"));

    private Zebra() {}

    public static Family family() {
        return new Family(
                "zebra", 1, List.of(List.of(row(3, 2)), List.of(row(3, 3)), List.of(row(4, 3)), List.of(row(4, 4))));
    }

    private static Template row(int houses, int kinds) {
        return (choices, chance) -> {
            List<List<String>> truth = new ArrayList<>();
            for (int kind = 0; kind < kinds; kind++) {
                truth.add(choices.distinct(houses, KINDS.get(kind)));
            }
            Row row = new Row(truth);
            return item(row, needed(row, chance));
        };
    }

    /** Clues that are true of the row; without any one of them there would be other solutions. */
    private static List<Clue> needed(Row row, Choices chance) {
        List<Clue> shuffled = chance.distinct(row.clues().size(), row.clues());
        List<Clue> needed = new ArrayList<>();
        for (Optional<Row> other = row.other(needed); other.isPresent(); other = row.other(needed)) {
            Row excluded = other.get();
            shuffled.stream().filter(clue -> !excluded.holds(clue)).findFirst().ifPresent(needed::add);
        }
        for (Clue clue : List.copyOf(needed)) {
            List<Clue> fewer = new ArrayList<>(needed);
            fewer.remove(clue);
            if (row.other(fewer).isEmpty()) {
                needed = fewer;
            }
        }
        return needed;
    }

    private static Item item(Row row, List<Clue> clues) {
        String lists =
                row.sorted().stream().map(kind -> String.join(", ", kind)).collect(Collectors.joining("; "));
        String prompt = ("%d houses stand in a row, numbered from left to right. Each has one of: %s. "
                        + "No two houses share any of these.\n%s\nWhat is in each house? "
                        + "Answer from house 1 on as in \"%s\".")
                .formatted(row.houses(), lists, sentences(clues), row.form());
        List<String> steps = new ArrayList<>();
        for (int house = 0; house < row.houses(); house++) {
            steps.add("House %d: %s".formatted(house + 1, row.house(house)));
        }
        return Item.text(
                prompt,
                steps,
                row.text(),
                row.solved(clues).text(),
                row.swapped(0).text(),
                row.swapped(1).text(),
                row.reversed().text());
    }

    private static String sentences(List<Clue> clues) {
        return clues.stream().map(clue -> clue.text() + ".").collect(Collectors.joining("\n"));
    }
}
