package io.millrace.generator.rule.family;

import io.millrace.generator.rule.grid.SudokuGrid;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Sudokus with exactly one solution; no two have the same first row. */
public final class Sudoku {

    private Sudoku() {}

    public static Family family() {
        return new Family("sudoku", 1, List.of(List.of(puzzle(45)), List.of(puzzle(36)), List.of(puzzle(30))));
    }

    private static Template puzzle(int givens) {
        List<Integer> digits = IntStream.rangeClosed(1, SudokuGrid.SIZE).boxed().toList();
        return (choices, chance) -> {
            SudokuGrid solved = SudokuGrid.beginning(choices.distinct(SudokuGrid.SIZE, digits), chance);
            return item(solved, thinned(solved, givens, chance));
        };
    }

    /** Empties cells in any order as long as there is one solution and enough is left. */
    private static SudokuGrid thinned(SudokuGrid solved, int givens, Choices chance) {
        List<Integer> cells = IntStream.range(0, SudokuGrid.CELLS).boxed().toList();
        SudokuGrid left = solved;
        int filled = SudokuGrid.CELLS;
        for (int cell : chance.distinct(SudokuGrid.CELLS, cells)) {
            SudokuGrid fewer = left.with(cell, 0);
            if (filled > givens && fewer.solutions() == 1) {
                left = fewer;
                filled--;
            }
        }
        return left;
    }

    private static Item item(SudokuGrid solved, SudokuGrid given) {
        String prompt = ("Solve this sudoku: every row, column and 3 by 3 block holds each digit from 1 to 9 once; "
                        + "0 is an empty cell.\n%s\nAnswer with the nine rows on one line, separated by spaces.")
                .formatted(given.text("\n"));
        List<String> steps = new ArrayList<>();
        for (int row = 0; row < SudokuGrid.SIZE; row++) {
            steps.add("Row %d: %s".formatted(row + 1, solved.row(row)));
        }
        int empty = IntStream.range(0, SudokuGrid.CELLS)
                .filter(cell -> given.at(cell) == 0)
                .findFirst()
                .orElseThrow();
        return Item.text(
                prompt,
                steps,
                solved.text(" "),
                given.solved().text(" "),
                solved.with(empty, solved.at(empty) % SudokuGrid.SIZE + 1).text(" "),
                given.text(" "),
                solved.mirrored().text(" "));
    }
}
