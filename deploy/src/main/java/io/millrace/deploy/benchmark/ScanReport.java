package io.millrace.deploy.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * What a scan found.
 *
 * @param looked kept records that were held against the benchmarks
 * @param suspects those of which little is shared; they stay
 * @param withdrawn how many of the leaks are withdrawn by now
 */
public record ScanReport(long looked, long suspects, List<Leak> leaks, long withdrawn) {

    private static final int MOST_SHOWN = 20;

    public ScanReport {
        leaks = List.copyOf(leaks);
    }

    ScanReport allWithdrawn() {
        return new ScanReport(looked, suspects, leaks, leaks.size());
    }

    /** Whether nothing that leaks is left. */
    public boolean clean() {
        return withdrawn == leaks.size();
    }

    /** In words. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("%,d kept records were held against the benchmarks: %,d leak them, %,d more are suspect."
                .formatted(looked, leaks.size(), suspects));
        leaks.stream().limit(MOST_SHOWN).map(leak -> "  " + leak.text()).forEach(lines::add);
        if (leaks.size() > MOST_SHOWN) {
            lines.add("  … and %,d more; --json names them all".formatted(leaks.size() - MOST_SHOWN));
        }
        if (withdrawn > 0) {
            lines.add("%,d records are withdrawn. A version of its own says so in each dataset.".formatted(withdrawn));
        } else if (!leaks.isEmpty()) {
            lines.add("They stay where they are; --withdraw takes them out.");
        }
        return String.join("\n", lines);
    }
}
