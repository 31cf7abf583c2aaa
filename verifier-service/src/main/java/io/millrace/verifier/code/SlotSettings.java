package io.millrace.verifier.code;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a pool of slots is made.
 *
 * @param interpreter a python3, or null for the first usable one on the search path
 * @param slots programs that run at once
 * @param layers protection that may be used, as far as the kernel has it; the system call filter is always on
 */
public record SlotSettings(@Nullable Path interpreter, int slots, Set<Layer> layers) {

    /** A layer of protection; a slot needs at least one beside its system call filter. */
    public enum Layer {
        NAMESPACES,
        LANDLOCK
    }

    public SlotSettings {
        layers = Set.copyOf(layers);
    }

    /** Every layer that the kernel has, and the python3 on the search path. */
    public static SlotSettings of(int slots) {
        return new SlotSettings(null, slots, Set.of(Layer.values()));
    }
}
