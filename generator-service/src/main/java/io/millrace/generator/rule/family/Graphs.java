package io.millrace.generator.rule.family;

import io.millrace.generator.rule.graph.Graph;
import io.millrace.generator.rule.graph.Graph.Edge;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shortest ways, lightest networks and greatest flows; each proven by an algorithm of another kind. */
public final class Graphs {

    private static final int MAX_WEIGHT = 15;

    private Graphs() {}

    public static Family family() {
        return new Family(
                "graphs",
                1,
                List.of(
                        List.of(graph(5, 2, Graphs::shortest)),
                        List.of(graph(6, 2, Graphs::lightest)),
                        List.of(graph(8, 2, Graphs::shortest)),
                        List.of(graph(6, 3, Graphs::flow))));
    }

    /** Neighbours are always connected; nodes further apart, up to the reach, only where the weight is not 0. */
    private static Template graph(int nodes, int reach, Function<Graph, Item> question) {
        return (choices, chance) -> {
            List<Edge> edges = new ArrayList<>();
            for (int from = 0; from < nodes; from++) {
                for (int to = from + 1; to < nodes && to <= from + reach; to++) {
                    int weight = choices.between(to == from + 1 ? 1 : 0, MAX_WEIGHT);
                    if (weight > 0) {
                        edges.add(new Edge(from, to, weight));
                    }
                }
            }
            return question.apply(new Graph(nodes, edges));
        };
    }

    private static Item shortest(Graph graph) {
        List<Integer> distances = graph.distances();
        int last = graph.nodes() - 1;
        List<String> steps = new ArrayList<>();
        for (int node = 1; node <= last; node++) {
            steps.add("The shortest way from A to %s is %d km".formatted(Graph.name(node), distances.get(node)));
        }
        return Item.number(
                "These roads connect towns, in km: %s. How many km is the shortest way from A to %s?"
                        .formatted(listed(graph, "-"), Graph.name(last)),
                steps,
                distances.get(last),
                graph.shortestByRelaxing(),
                graph.nearestFirst(),
                distances.get(last - 1),
                distances.get(last) - 1);
    }

    private static Item lightest(Graph graph) {
        List<Edge> network = graph.lightestNetwork();
        List<String> steps = new ArrayList<>();
        int length = 0;
        for (Edge edge : network) {
            length += edge.weight();
            steps.add("Take %s, which makes %d km".formatted(edge.text("-"), length));
        }
        return Item.number(
                ("Cables can be laid along these roads, in km: %s. "
                                + "How many km of cable are needed at least so that all towns are connected?")
                        .formatted(listed(graph, "-")),
                steps,
                length,
                graph.lightestByGrowing(),
                graph.lightestEdges(graph.nodes() - 1),
                graph.total(),
                length - 1);
    }

    private static Item flow(Graph graph) {
        List<String> steps = new ArrayList<>();
        int flow = graph.greatestFlow((path, amount) -> steps.add("Send %d along %s".formatted(amount, path)));
        int last = graph.nodes() - 1;
        steps.add("No way from A to %s has capacity left, so all in all it is %d".formatted(Graph.name(last), flow));
        return Item.number(
                ("Pipes lead from one station to the next, with these greatest flows in litres per second: %s. "
                                + "How many litres per second can flow from A to %s at most?")
                        .formatted(listed(graph, "->"), Graph.name(last)),
                steps,
                flow,
                graph.smallestCut(),
                graph.outOf(0),
                graph.into(last),
                flow - 1);
    }

    private static String listed(Graph graph, String arrow) {
        return graph.edges().stream().map(edge -> edge.text(arrow)).collect(Collectors.joining(", "));
    }
}
