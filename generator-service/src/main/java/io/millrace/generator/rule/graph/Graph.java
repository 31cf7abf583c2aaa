package io.millrace.generator.rule.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Nodes and weighted edges between them.
 *
 * @param nodes how many there are; their names are the letters from A
 * @param edges from lower to higher nodes
 */
public record Graph(int nodes, List<Edge> edges) {

    private static final int FAR = 1_000_000;
    private static final int NOWHERE = -1;

    public Graph {
        edges = List.copyOf(edges);
    }

    /** A connection of two nodes. */
    public record Edge(int from, int to, int weight) {

        /** For instance "A-B 12". */
        public String text(String arrow) {
            return name(from) + arrow + name(to) + " " + weight;
        }

        private boolean touches(int node) {
            return from == node || to == node;
        }

        private int otherThan(int node) {
            return from == node ? to : from;
        }
    }

    public static String name(int node) {
        return String.valueOf((char) ('A' + node));
    }

    public int total() {
        return edges.stream().mapToInt(Edge::weight).sum();
    }

    /** The weights of the edges that begin at a node. */
    public int outOf(int node) {
        return edges.stream()
                .filter(edge -> edge.from == node)
                .mapToInt(Edge::weight)
                .sum();
    }

    /** The weights of the edges that end at a node. */
    public int into(int node) {
        return edges.stream()
                .filter(edge -> edge.to == node)
                .mapToInt(Edge::weight)
                .sum();
    }

    /** The distance of every node from the first, the nearest settled first (Dijkstra). */
    public List<Integer> distances() {
        int[] distance = new int[nodes];
        boolean[] settled = new boolean[nodes];
        Arrays.fill(distance, 1, nodes, FAR);
        for (int round = 0; round < nodes; round++) {
            int nearest = IntStream.range(0, nodes)
                    .filter(node -> !settled[node])
                    .boxed()
                    .min(Comparator.comparingInt(node -> distance[node]))
                    .orElseThrow();
            settled[nearest] = true;
            for (Edge edge : edges) {
                if (edge.touches(nearest)) {
                    int other = edge.otherThan(nearest);
                    distance[other] = Math.min(distance[other], distance[nearest] + edge.weight);
                }
            }
        }
        return IntStream.of(distance).boxed().toList();
    }

    /** The distance of the last node from the first, by trying every edge as often as there are nodes (Bellman and Ford). */
    public int shortestByRelaxing() {
        int[] distance = new int[nodes];
        Arrays.fill(distance, 1, nodes, FAR);
        for (int round = 1; round < nodes; round++) {
            for (Edge edge : edges) {
                distance[edge.to] = Math.min(distance[edge.to], distance[edge.from] + edge.weight);
                distance[edge.from] = Math.min(distance[edge.from], distance[edge.to] + edge.weight);
            }
        }
        return distance[nodes - 1];
    }

    /** The length of the way that always takes the shortest edge onwards. */
    public int nearestFirst() {
        int length = 0;
        int at = 0;
        while (at < nodes - 1) {
            int here = at;
            Edge next = edges.stream()
                    .filter(edge -> edge.from == here)
                    .min(Comparator.comparingInt(Edge::weight))
                    .orElseThrow();
            length += next.weight;
            at = next.to;
        }
        return length;
    }

    /** The edges of least total weight that connect everything, the lightest first (Kruskal). */
    public List<Edge> lightestNetwork() {
        int[] group = IntStream.range(0, nodes).toArray();
        List<Edge> network = new ArrayList<>();
        for (Edge edge :
                edges.stream().sorted(Comparator.comparingInt(Edge::weight)).toList()) {
            int joined = group[edge.from];
            int joining = group[edge.to];
            if (joined != joining) {
                network.add(edge);
                Arrays.setAll(group, node -> group[node] == joining ? joined : group[node]);
            }
        }
        return network;
    }

    /** The weight of that network, grown from the first node (Prim). */
    public int lightestByGrowing() {
        boolean[] reached = new boolean[nodes];
        reached[0] = true;
        int weight = 0;
        for (int round = 1; round < nodes; round++) {
            Edge next = edges.stream()
                    .filter(edge -> reached[edge.from] != reached[edge.to])
                    .min(Comparator.comparingInt(Edge::weight))
                    .orElseThrow();
            reached[next.from] = true;
            reached[next.to] = true;
            weight += next.weight;
        }
        return weight;
    }

    /** The weight of so many of the lightest edges, connected or not. */
    public int lightestEdges(int count) {
        return edges.stream().mapToInt(Edge::weight).sorted().limit(count).sum();
    }

    /** What can flow from the first node to the last; every path that is used is noted with its amount (Edmonds and Karp). */
    public int greatestFlow(ObjIntConsumer<String> note) {
        int[][] left = new int[nodes][nodes];
        edges.forEach(edge -> left[edge.from][edge.to] = edge.weight);
        int flow = 0;
        for (List<Integer> path = path(left); !path.isEmpty(); path = path(left)) {
            int amount = FAR;
            for (int at = 1; at < path.size(); at++) {
                amount = Math.min(amount, left[path.get(at - 1)][path.get(at)]);
            }
            for (int at = 1; at < path.size(); at++) {
                left[path.get(at - 1)][path.get(at)] -= amount;
                left[path.get(at)][path.get(at - 1)] += amount;
            }
            note.accept(path.stream().map(Graph::name).collect(Collectors.joining("-")), amount);
            flow += amount;
        }
        return flow;
    }

    /** The least weight that leads out of any set of nodes with the first and without the last. */
    public int smallestCut() {
        return IntStream.range(0, 1 << nodes)
                .filter(set -> has(set, 0) && !has(set, nodes - 1))
                .map(set -> edges.stream()
                        .filter(edge -> has(set, edge.from) && !has(set, edge.to))
                        .mapToInt(Edge::weight)
                        .sum())
                .min()
                .orElseThrow();
    }

    /** The path of fewest edges on which something is left; empty if there is none. */
    private static List<Integer> path(int[][] left) {
        int[] before = new int[left.length];
        Arrays.fill(before, NOWHERE);
        List<Integer> queue = new ArrayList<>(List.of(0));
        for (int next = 0; next < queue.size(); next++) {
            int node = queue.get(next);
            for (int to = 1; to < left.length; to++) {
                if (left[node][to] > 0 && before[to] == NOWHERE) {
                    before[to] = node;
                    queue.add(to);
                }
            }
        }
        List<Integer> path = new ArrayList<>();
        for (int node = left.length - 1; node > 0 && before[node] != NOWHERE; node = before[node]) {
            path.add(node);
        }
        if (!path.isEmpty()) {
            path.add(0);
            Collections.reverse(path);
        }
        return path;
    }

    private static boolean has(int set, int node) {
        return ((set >> node) & 1) == 1;
    }
}
