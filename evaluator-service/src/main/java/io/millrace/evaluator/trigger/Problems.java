package io.millrace.evaluator.trigger;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Everything that is wrong with a file of policies, told at once and by line. */
final class Problems {

    private final SortedMap<Integer, SortedSet<String>> byLine = new TreeMap<>();

    void add(Node node, String reason) {
        add(node.getStartMark().getLine() + 1, reason);
    }

    void add(int line, String reason) {
        byLine.computeIfAbsent(line, first -> new TreeSet<>()).add(reason);
    }

    boolean none() {
        return byLine.isEmpty();
    }

    @Override
    public String toString() {
        return byLine.entrySet().stream()
                .flatMap(line -> line.getValue().stream().map(reason -> "line %d: %s".formatted(line.getKey(), reason)))
                .collect(Collectors.joining("\n"));
    }
}
