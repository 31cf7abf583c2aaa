package io.millrace.verifier.code.value;

import io.millrace.verifier.code.value.PythonValue.Entry;
import io.millrace.verifier.code.value.PythonValue.Listed;
import io.millrace.verifier.code.value.PythonValue.Mapping;
import io.millrace.verifier.code.value.PythonValue.Members;
import io.millrace.verifier.code.value.PythonValue.None;
import io.millrace.verifier.code.value.PythonValue.Real;
import io.millrace.verifier.code.value.PythonValue.Text;
import io.millrace.verifier.code.value.PythonValue.Truth;
import io.millrace.verifier.code.value.PythonValue.Tupled;
import java.util.ArrayList;
import java.util.List;

/** Reads the literals of plain data that stand in a line of Python, and refuses everything else. */
public final class PythonLiteral {

    private static final int MAX_DEPTH = 40;

    private final Line line;
    private int depth;

    public PythonLiteral(Line line) {
        this.line = line;
    }

    public PythonValue read() throws NotDataException {
        line.skipBlanks();
        char first = line.peek();
        return switch (first) {
            case '[' -> new Listed(items('['));
            case '(' -> parenthesised();
            case '{' -> braced();
            case '\'', '"' -> new PythonText(line).read("");
            default -> PythonNumber.begins(first) ? new PythonNumber(line).read() : named();
        };
    }

    /** Values apart by commas, in brackets that open with this character. */
    public List<PythonValue> items(char opening) throws NotDataException {
        List<PythonValue> items = new ArrayList<>();
        enter(opening);
        while (!left(opening)) {
            items.add(read());
            separate(opening);
        }
        return items;
    }

    private PythonValue parenthesised() throws NotDataException {
        enter('(');
        if (left('(')) {
            return new Tupled(List.of());
        }
        PythonValue first = read();
        if (left('(')) {
            return first;
        }
        List<PythonValue> items = new ArrayList<>(List.of(first));
        line.expect(",");
        while (!left('(')) {
            items.add(read());
            separate('(');
        }
        return new Tupled(items);
    }

    private PythonValue braced() throws NotDataException {
        enter('{');
        if (left('{')) {
            return new Mapping(List.of());
        }
        PythonValue first = hashable(read());
        return line.take(":") ? mapping(first) : members(first);
    }

    private Mapping mapping(PythonValue firstKey) throws NotDataException {
        List<Entry> entries = new ArrayList<>(List.of(new Entry(firstKey, read())));
        separate('{');
        while (!left('{')) {
            PythonValue key = hashable(read());
            line.expect(":");
            entries.add(new Entry(key, read()));
            separate('{');
        }
        return new Mapping(entries);
    }

    private Members members(PythonValue first) throws NotDataException {
        List<PythonValue> items = new ArrayList<>(List.of(first));
        separate('{');
        while (!left('{')) {
            items.add(hashable(read()));
            separate('{');
        }
        return new Members(items);
    }

    private PythonValue named() throws NotDataException {
        String word = line.word();
        if (line.peek() == '\'' || line.peek() == '"') {
            return new PythonText(line).read(word);
        }
        return switch (word) {
            case "None" -> None.NONE;
            case "True" -> new Truth(true);
            case "False" -> new Truth(false);
            case "float" -> real();
            case "set" -> set();
            default -> throw new NotDataException("no literal");
        };
    }

    /** The floats that have no literal of their own. */
    private Real real() throws NotDataException {
        line.expect("(");
        line.skipBlanks();
        PythonValue name = new PythonText(line).read("");
        line.expect(")");
        if (name.equals(new Text("inf"))) {
            return new Real(Double.POSITIVE_INFINITY);
        }
        if (name.equals(new Text("-inf"))) {
            return new Real(Double.NEGATIVE_INFINITY);
        }
        if (name.equals(new Text("nan"))) {
            return new Real(Double.NaN);
        }
        throw new NotDataException("no name of a float");
    }

    private Members set() throws NotDataException {
        line.expect("(");
        if (line.take(")")) {
            return new Members(List.of());
        }
        PythonValue value = read();
        line.expect(")");
        List<PythonValue> items = value.iterated().orElseThrow(() -> new NotDataException("nothing to make a set of"));
        for (PythonValue item : items) {
            hashable(item);
        }
        return new Members(items);
    }

    private static PythonValue hashable(PythonValue value) throws NotDataException {
        if (!value.hashable()) {
            throw new NotDataException("a member that no set can hold");
        }
        return value;
    }

    private void enter(char opening) throws NotDataException {
        line.expect(String.valueOf(opening));
        depth++;
        if (depth > MAX_DEPTH) {
            throw new NotDataException("nested too deep");
        }
    }

    private boolean left(char opening) {
        boolean left = line.take(closing(opening));
        if (left) {
            depth--;
        }
        return left;
    }

    /** Reads the comma after an item, which the last may lack. */
    private void separate(char opening) throws NotDataException {
        if (!line.take(",")) {
            int place = line.place();
            line.expect(closing(opening));
            line.returnTo(place);
        }
    }

    private static String closing(char opening) {
        return switch (opening) {
            case '(' -> ")";
            case '[' -> "]";
            default -> "}";
        };
    }
}
