package io.millrace.verifier.code;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where the assertions of a test text stand: those at the top level if there are any, else all.
 *
 * @param lines their line numbers, from 1, in order
 */
record Assertions(boolean atTop, List<Integer> lines) {

    private static final Pattern ASSERTION = Pattern.compile("^\\s*assert\\b");

    Assertions {
        lines = List.copyOf(lines);
    }

    static Assertions in(String tests) {
        List<String> text = tests.lines().toList();
        List<Integer> all = IntStream.range(0, text.size())
                .filter(at -> ASSERTION.matcher(text.get(at)).lookingAt())
                .mapToObj(at -> at + 1)
                .toList();
        List<Integer> top = all.stream()
                .filter(line -> text.get(line - 1).startsWith("assert"))
                .toList();
        return top.isEmpty() ? new Assertions(false, all) : new Assertions(true, top);
    }

    int count() {
        return lines.size();
    }

    /** How many assertions stand before the one that was running, given the lines that a reply names. */
    int before(int outerLine, int innerLine) {
        int line = atTop ? outerLine : innerLine;
        long begun = lines.stream().filter(start -> start <= line).count();
        return (int) Math.max(0, begun - 1);
    }
}
