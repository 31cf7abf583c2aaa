package io.millrace.generator.rule.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.rule.graph.Graph.Edge;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

    /** The direct road from A to D is not the shortest way. */
    private static final Graph GRAPH = new Graph(
            4, List.of(new Edge(0, 1, 2), new Edge(0, 3, 10), new Edge(1, 2, 3), new Edge(1, 3, 7), new Edge(2, 3, 1)));

    @Test
    void theShortestWayIsFoundByBothAlgorithms() {
        assertThat(GRAPH.distances()).containsExactly(0, 2, 5, 6);
        assertThat(GRAPH.shortestByRelaxing()).isEqualTo(6);
    }

    @Test
    void theLightestNetworkIsFoundByBothAlgorithms() {
        assertThat(GRAPH.lightestNetwork()).extracting(Edge::weight).containsExactly(1, 2, 3);
        assertThat(GRAPH.lightestByGrowing()).isEqualTo(6);
    }

    @Test
    void theGreatestFlowIsTheSmallestCut() {
        List<String> paths = new ArrayList<>();

        assertThat(GRAPH.greatestFlow((path, amount) -> paths.add(path + " " + amount)))
                .isEqualTo(12);
        assertThat(GRAPH.smallestCut()).isEqualTo(12);
        assertThat(paths).containsExactly("A-D 10", "A-B-D 2");
    }
}
