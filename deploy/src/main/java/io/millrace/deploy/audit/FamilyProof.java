package io.millrace.deploy.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.generator.rule.item.Family;
import io.millrace.schemas.Split;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Whether the items of one level are as many and as different as its family declares.
 *
 * @param items training items that were made: all of them, or as many as were asked for
 * @param repeated those that had come before
 * @param shared items of the other splits that are training items, or each other's
 */
public record FamilyProof(String family, int level, long capacity, long items, long repeated, long shared) {

    /** Makes so many items of every level. */
    public static List<FamilyProof> of(Family family, int items) {
        return IntStream.rangeClosed(1, family.levels())
                .mapToObj(level -> of(family, level, items))
                .toList();
    }

    /** Whether no item came twice. */
    @JsonProperty
    public boolean sound() {
        return repeated == 0 && shared == 0;
    }

    private static FamilyProof of(Family family, int level, int items) {
        Set<String> seen = new HashSet<>();
        long training = Math.min(items, family.capacity(level, Split.TRAIN));
        long repeated = repeated(family, level, Split.TRAIN, training, seen);
        long shared = 0;
        for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
            shared += repeated(family, level, split, Math.min(items / 2, family.capacity(level, split)), seen);
        }
        long capacity = LongStream.of(
                        family.capacity(level, Split.TRAIN),
                        family.capacity(level, Split.VALIDATION),
                        family.capacity(level, Split.TEST))
                .sum();
        return new FamilyProof(family.name(), level, capacity, training, repeated, shared);
    }

    private static long repeated(Family family, int level, Split split, long items, Set<String> seen) {
        return LongStream.range(0, items)
                .filter(index -> !seen.add(family.item(split, level, index).prompt()))
                .count();
    }
}
