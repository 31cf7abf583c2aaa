package io.millrace.deploy.bench;

import io.millrace.generator.rule.item.Family;
import io.millrace.schemas.Split;
import java.util.ArrayList;
import java.util.List;

/** How fast items of a rule family are made, with their tasks, solutions and proofs. */
public final class FamilySpeed {

    private static final long WARM_UP_NANOS = 300_000_000;
    private static final long MEASURED_NANOS = 700_000_000;
    private static final int BATCH = 20;

    private FamilySpeed() {}

    /** The items of one level that one core makes in a second. */
    public record Rate(String family, int level, double itemsPerCpuSecond) {}

    /** Measures every level. */
    public static List<Rate> of(Family family) {
        List<Rate> rates = new ArrayList<>();
        for (int level = 1; level <= family.levels(); level++) {
            long warm = make(family, level, 0, WARM_UP_NANOS);
            long start = CpuTime.nanos();
            long made = make(family, level, warm, MEASURED_NANOS);
            rates.add(new Rate(family.name(), level, made / ((CpuTime.nanos() - start) / 1e9)));
        }
        return rates;
    }

    private static long make(Family family, int level, long first, long nanos) {
        long capacity = family.capacity(level, Split.TRAIN);
        long end = CpuTime.nanos() + nanos;
        long made = 0;
        while (CpuTime.nanos() < end) {
            for (int item = 0; item < BATCH; item++) {
                family.item(Split.TRAIN, level, (first + made++) % capacity);
            }
        }
        return made;
    }
}
