package io.millrace.evaluator.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many records each dataset holds, and how many of these have a value that a cap is for. */
public final class Census {

    private final List<Cap> caps;
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<Group, Integer> groups = new HashMap<>();

    /** The records of one dataset that have one value. */
    record Group(String dataset, Axis axis, String value) {}

    /** A census in which nothing is counted yet. */
    public Census(List<Cap> caps) {
        this.caps = List.copyOf(caps);
    }

    /** Counts a kept record. */
    public void add(String dataset, Traits traits) {
        sizes.merge(dataset, 1, Integer::sum);
        caps.stream()
                .flatMap(cap -> groups(dataset, cap, traits))
                .collect(Collectors.toSet())
                .forEach(group -> groups.merge(group, 1, Integer::sum));
    }

    int size(String dataset) {
        return sizes.getOrDefault(dataset, 0);
    }

    int size(Group group) {
        return groups.getOrDefault(group, 0);
    }

    /** What a record would count to, of all that a cap is for. */
    static Stream<Group> groups(String dataset, Cap cap, Traits traits) {
        return cap.of(traits).stream().map(value -> new Group(dataset, cap.axis(), value));
    }
}
