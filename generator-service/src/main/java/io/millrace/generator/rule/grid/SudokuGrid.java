package io.millrace.generator.rule.grid;

import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sudoku, solved or not.
 *
 * @param cells row by row; 0 is empty
 */
public record SudokuGrid(List<Integer> cells) {

    public static final int SIZE = 9;
    public static final int CELLS = SIZE * SIZE;

    private static final int BLOCK = 3;
    private static final int ALL = (1 << SIZE) - 1;
    private static final List<Integer> ASCENDING =
            IntStream.rangeClosed(1, SIZE).boxed().toList();

    public SudokuGrid {
        cells = List.copyOf(cells);
    }

    /** A solved one with that first row; the rest is up to the choices. */
    public static SudokuGrid beginning(List<Integer> firstRow, Choices choices) {
        List<Integer> cells = new ArrayList<>(firstRow);
        while (cells.size() < CELLS) {
            cells.add(0);
        }
        List<Integer> order = choices.distinct(SIZE, ASCENDING);
        return new Search(new SudokuGrid(cells), order, 1).first();
    }

    /** How many solutions there are, as far as 2. */
    public int solutions() {
        return new Search(this, ASCENDING, 2).found.size();
    }

    /** The first solution, if it is tried from the highest digit down. */
    public SudokuGrid solved() {
        return new Search(this, ASCENDING.reversed(), 1).first();
    }

    public int at(int cell) {
        return cells.get(cell);
    }

    /** The same with another digit in one cell. */
    public SudokuGrid with(int cell, int digit) {
        List<Integer> changed = new ArrayList<>(cells);
        changed.set(cell, digit);
        return new SudokuGrid(changed);
    }

    /** The same with its rows read backwards. */
    public SudokuGrid mirrored() {
        return new SudokuGrid(IntStream.range(0, CELLS)
                .mapToObj(cell -> at(cell / SIZE * SIZE + SIZE - 1 - cell % SIZE))
                .toList());
    }

    /** The digits of a row. */
    public String row(int row) {
        return cells.subList(row * SIZE, (row + 1) * SIZE).stream()
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /** All rows. */
    public String text(String separator) {
        return IntStream.range(0, SIZE).mapToObj(this::row).collect(Collectors.joining(separator));
    }

    /** Tries digits in the cell with the fewest possibilities, until it has found enough. */
    private static final class Search {

        private final int[] cells;
        private final int[] rows = new int[SIZE];
        private final int[] columns = new int[SIZE];
        private final int[] blocks = new int[SIZE];
        private final List<Integer> order;
        private final int wanted;
        private final List<SudokuGrid> found = new ArrayList<>();

        Search(SudokuGrid start, List<Integer> order, int wanted) {
            cells = start.cells.stream().mapToInt(digit -> digit).toArray();
            this.order = order;
            this.wanted = wanted;
            for (int cell = 0; cell < CELLS; cell++) {
                if (cells[cell] > 0) {
                    flip(cell, 1 << (cells[cell] - 1));
                }
            }
            run();
        }

        SudokuGrid first() {
            return found.getFirst();
        }

        private void run() {
            int cell = narrowest();
            if (cell == CELLS) {
                List<Integer> digits = IntStream.of(cells).boxed().toList();
                found.add(new SudokuGrid(digits));
                return;
            }
            int possible = possible(cell);
            for (int digit : order) {
                int bit = 1 << (digit - 1);
                if ((possible & bit) != 0 && found.size() < wanted) {
                    cells[cell] = digit;
                    flip(cell, bit);
                    run();
                    flip(cell, bit);
                    cells[cell] = 0;
                }
            }
        }

        private int narrowest() {
            int best = CELLS;
            int fewest = SIZE + 1;
            for (int cell = 0; cell < CELLS && fewest > 1; cell++) {
                int count = cells[cell] > 0 ? SIZE + 1 : Integer.bitCount(possible(cell));
                if (count < fewest) {
                    fewest = count;
                    best = cell;
                }
            }
            return best;
        }

        private int possible(int cell) {
            return ALL & ~(rows[cell / SIZE] | columns[cell % SIZE] | blocks[block(cell)]);
        }

        private void flip(int cell, int bit) {
            rows[cell / SIZE] ^= bit;
            columns[cell % SIZE] ^= bit;
            blocks[block(cell)] ^= bit;
        }

        private static int block(int cell) {
            return cell / SIZE / BLOCK * BLOCK + cell % SIZE / BLOCK;
        }
    }
}
