package io.millrace.generator.rule.number;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear equation.
 *
 * @param factors of the unknowns
 * @param right what stands on its right side
 */
public record Linear(List<Long> factors, long right) {

    /** No column. */
    public static final int NONE = -1;

    public Linear {
        factors = List.copyOf(factors);
    }

    /** The equation with these factors that holds for a solution. */
    public static Linear through(List<Long> factors, List<Long> solution) {
        return new Linear(factors, sum(factors, solution));
    }

    /** Whether it holds for these values. */
    public boolean holds(List<Long> values) {
        return sum(factors, values) == right;
    }

    /** The determinant of the factors, with one column replaced by the right sides. */
    public static long determinant(List<Linear> equations, int replaced) {
        List<List<Long>> rows = new ArrayList<>();
        for (Linear equation : equations) {
            List<Long> row = new ArrayList<>(equation.factors);
            if (replaced != NONE) {
                row.set(replaced, equation.right);
            }
            rows.add(row);
        }
        return determinant(rows);
    }

    /** For instance "3x - y = 5". */
    public String text(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < names.size(); at++) {
            long factor = factors.get(at);
            if (factor != 0) {
                text.append(text.isEmpty() ? (factor < 0 ? "-" : "") : factor < 0 ? " - " : " + ");
                text.append(Math.abs(factor) == 1 ? "" : Math.abs(factor)).append(names.get(at));
            }
        }
        return text + " = " + right;
    }

    private static long determinant(List<List<Long>> rows) {
        if (rows.size() == 1) {
            return rows.getFirst().getFirst();
        }
        long sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            List<List<Long>> rest = new ArrayList<>();
            for (int other = 0; other < rows.size(); other++) {
                if (other != row) {
                    rest.add(rows.get(other).subList(1, rows.size()));
                }
            }
            sum += (row % 2 == 0 ? 1 : -1) * rows.get(row).getFirst() * determinant(rest);
        }
        return sum;
    }

    private static long sum(List<Long> factors, List<Long> values) {
        long sum = 0;
        for (int at = 0; at < factors.size(); at++) {
            sum = Math.addExact(sum, Math.multiplyExact(factors.get(at), values.get(at)));
        }
        return sum;
    }
}
