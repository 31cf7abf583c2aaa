package io.millrace.evaluator.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a version differs from the one before it that has records.
 *
 * @param since the number of that version
 * @param sha256 of its manifest
 * @param recordsBefore how many it has
 * @param appeared what this version was made or checked with and that one was not
 * @param gone what that version was made or checked with and this one is not
 */
public record Changes(
        int since,
        String sha256,
        long recordsBefore,
        SortedMap<String, Difference> domain,
        SortedMap<String, Difference> strategy,
        SortedMap<String, Difference> model,
        List<Ingredient> appeared,
        List<Ingredient> gone) {

    public Changes {
        appeared = List.copyOf(appeared);
        gone = List.copyOf(gone);
    }

    /** How many records of one kind a version adds, and how many the one before it added. */
    public record Difference(long added, long before) {}

    static Changes between(Versions.Written before, Manifest version) {
        Manifest then = before.manifest();
        Manifest.Counts counts = version.counts();
        Set<Ingredient> now = version.named().collect(Collectors.toSet());
        Set<Ingredient> once = then.named().collect(Collectors.toSet());
        return new Changes(
                then.version(),
                before.sha256(),
                then.records(),
                differences(counts.domain(), then.counts().domain()),
                differences(counts.strategy(), then.counts().strategy()),
                differences(counts.model(), then.counts().model()),
                without(now, once),
                without(once, now));
    }

    private static SortedMap<String, Difference> differences(
            SortedMap<String, Long> now, SortedMap<String, Long> before) {
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(before.keySet());
        var differences = new TreeMap<String, Difference>();
        names.forEach(name ->
                differences.put(name, new Difference(now.getOrDefault(name, 0L), before.getOrDefault(name, 0L))));
        return differences;
    }

    private static List<Ingredient> without(Set<Ingredient> these, Set<Ingredient> those) {
        List<Ingredient> rest = new ArrayList<>(these);
        rest.removeAll(those);
        rest.sort(Comparator.comparing(Ingredient::kind).thenComparing(Ingredient::name));
        return rest;
    }
}
