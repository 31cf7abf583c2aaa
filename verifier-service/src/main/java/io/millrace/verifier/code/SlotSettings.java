package io.millrace.verifier.code;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a pool of slots is made.
 *
 * @param python a python3, or null for the first usable one on the search path
 * @param node a node, or null for the first usable one on the search path
 * @param java the directory of a JDK, or null for the one that this process runs on
 * @param slots programs of a language that run at once
 * @param layers protection that may be used, as far as the kernel has it; the system call filter is always on
 */
public record SlotSettings(
        @Nullable Path python,
        @Nullable Path node,
        @Nullable Path java,
        int slots,
        Set<Layer> layers) {

    /** A layer of protection; a slot needs at least one beside its system call filter. */
    public enum Layer {
        NAMESPACES,
        LANDLOCK
    }

    public SlotSettings {
        layers = Set.copyOf(layers);
    }

    /** Runtimes as they are found. */
    public SlotSettings(@Nullable Path python, int slots, Set<Layer> layers) {
        this(python, null, null, slots, layers);
    }

    /** Every layer that the kernel has, and the runtimes as they are found. */
    public static SlotSettings of(int slots) {
        return new SlotSettings(null, slots, Set.of(Layer.values()));
    }
}
