package io.millrace.verifier.code;

import io.millrace.verifier.code.value.CanonicalText;
import io.millrace.verifier.code.value.NotDataException;
import io.millrace.verifier.code.value.PlainData;
import io.millrace.verifier.code.value.PythonValue;
import io.millrace.verifier.code.value.PythonValue.Listed;
import io.millrace.verifier.code.value.PythonValue.Real;
import io.millrace.verifier.code.value.PythonValue.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The rows that a query gave, each value as a text that equal values share. */
record SqlRows(List<String> columns, List<List<String>> rows) {

    /** So far apart are numbers that differ by more than the order in which they were added up. */
    private static final MathContext PRECISION = new MathContext(12);

    SqlRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static SqlRows read(ByteBuffer encoded) throws NotDataException {
        List<List<PythonValue>> lists = new ArrayList<>();
        for (PythonValue list : items(PlainData.read(encoded))) {
            lists.add(items(list));
        }
        if (lists.isEmpty()) {
            throw new NotDataException("no columns");
        }
        List<String> columns = new ArrayList<>();
        for (PythonValue name : lists.getFirst()) {
            if (!(name instanceof Text text)) {
                throw new NotDataException("no name of a column");
            }
            columns.add(text.value());
        }
        List<List<String>> rows = lists.stream()
                .skip(1)
                .map(row -> row.stream().map(SqlRows::canonical).toList())
                .toList();
        return new SqlRows(columns, rows);
    }

    private static List<PythonValue> items(PythonValue value) throws NotDataException {
        if (value instanceof Listed list) {
            return list.items();
        }
        throw new NotDataException("no list");
    }

    private static String canonical(PythonValue value) {
        return CanonicalText.of(rounded(value)).text();
    }

    private static PythonValue rounded(PythonValue value) {
        return value instanceof Real real && Double.isFinite(real.value())
                ? new Real(new BigDecimal(real.value()).round(PRECISION).doubleValue())
                : value;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether these are the same rows, each as often, in whatever order. */
    boolean sameRows(SqlRows other) {
        return columns.size() == other.columns.size() && sorted().equals(other.sorted());
    }

    private List<String> sorted() {
        return rows.stream()
                .map(row -> CanonicalText.of(new Listed(
                                row.stream().<PythonValue>map(Text::new).toList()))
                        .text())
                .sorted()
                .toList();
    }

    /** What stands in these columns, row by row. */
    List<List<String>> in(List<Integer> places) {
        return rows.stream().map(row -> places.stream().map(row::get).toList()).toList();
    }
}
