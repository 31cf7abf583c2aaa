package io.millrace.generator.rule.item;

import io.millrace.generator.rule.space.Mix;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks of one kind, at levels of growing difficulty. Each level has a fixed number of items; training, validation and test have
 * disjoint parts of them, so no item ever comes twice within a split or in two.
 */
public final class Family {

    private static final int HELD_OUT_SHARE = 10;

    private final String name;
    private final int version;
    private final List<Level> levels = new ArrayList<>();

    /**
     * @param version changes whenever any item or wording could change
     * @param levels the templates of each level, the easiest first
     */
    public Family(String name, int version, List<List<Template>> levels) {
        this.name = name;
        this.version = version;
        for (List<Template> templates : levels) {
            String level = Integer.toString(this.levels.size() + 1);
            this.levels.add(new Level(Mix.key(name, Integer.toString(version), level), templates));
        }
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    /** How many levels there are; they count from 1. */
    public int levels() {
        return levels.size();
    }

    /**
     * How many distinct items there are; unassigned counts as training.
     *
     * @throws UnusableSeedException if there is no such level
     */
    public long capacity(int level, Split split) {
        long size = level(level).size();
        long heldOut = size / HELD_OUT_SHARE;
        return switch (split) {
            case VALIDATION, TEST -> heldOut;
            case TRAIN, UNASSIGNED -> size - 2 * heldOut;
        };
    }

    /**
     * One item of a split.
     *
     * @throws UnusableSeedException if there is no such level, or it has no such item
     */
    public Item item(Split split, int level, long index) {
        long capacity = capacity(level, split);
        if (index < 0 || index >= capacity) {
            throw new UnusableSeedException("level %d of family %s has only %d items for %s, so none with index %d"
                    .formatted(level, name, capacity, split, index));
        }
        long first = switch (split) {
            case VALIDATION -> 0;
            case TEST -> capacity;
            case TRAIN, UNASSIGNED -> level(level).size() - capacity;
        };
        return level(level).at(first + index);
    }

    private Level level(int level) {
        if (level < 1 || level > levels.size()) {
            throw new UnusableSeedException(
                    "family %s has levels 1 to %d, not %d".formatted(name, levels.size(), level));
        }
        return levels.get(level - 1);
    }
}
