package io.millrace.generator.strategy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All strategies that there are, by their names. */
public final class Strategies {

    private final Map<String, Strategy> byName = new TreeMap<>();

    public Strategies(List<Strategy> strategies) {
        strategies.forEach(strategy -> byName.put(strategy.name(), strategy));
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public Collection<Strategy> all() {
        return byName.values();
    }

    public Optional<Strategy> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
