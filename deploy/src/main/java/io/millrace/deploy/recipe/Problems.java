package io.millrace.deploy.recipe;

import io.millrace.deploy.intake.BadLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Everything that is wrong with a recipe, told at once. */
final class Problems {

    private final List<BadLine> lines = new ArrayList<>();

    void add(int line, String reason) {
        lines.add(new BadLine(line, reason));
    }

    void add(Node node, String reason) {
        add(line(node), reason);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    boolean none() {
        return lines.isEmpty();
    }

    /** In the order of the file, each once. */
    List<BadLine> inOrder() {
        return lines.stream()
                .distinct()
                .sorted(Comparator.comparingInt(BadLine::line))
                .toList();
    }
}
