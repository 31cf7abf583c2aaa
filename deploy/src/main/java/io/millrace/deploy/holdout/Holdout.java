package io.millrace.deploy.holdout;

import io.millrace.schemas.HoldoutKey;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import io.millrace.schemas.Task;

/**
 * Which problems are held out for testing: those whose seeds say so, and of all other real ones a share. A greater share holds all out
 * that a smaller one does.
 *
 * @param share from 0 to 1
 */
public record Holdout(double share) {

    /** Only what seeds say. */
    public static final Holdout DECLARED = new Holdout(0);

    public Holdout {
        // Written so that it refuses what is no number.
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1");
        }
    }

    /** Whether a seed's problem is held out. A seed whose strategy makes the problem has none. */
    public boolean takes(Seed seed) {
        Task task = seed.getTask();
        if (task == null) {
            return false;
        }
        return switch (seed.getSplit()) {
            case TEST -> true;
            case TRAIN, VALIDATION -> false;
            case UNASSIGNED -> seed.getSource().getReal() && HoldoutKey.place(task) < share;
        };
    }

    /** The same seed, for testing if its problem is held out. */
    public Seed mark(Seed seed) {
        return takes(seed) ? Seed.newBuilder(seed).setSplit(Split.TEST).build() : seed;
    }
}
