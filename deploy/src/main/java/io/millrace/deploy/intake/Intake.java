package io.millrace.deploy.intake;

import java.util.List;

/** What a file gave: everything that fits, and the lines that do not. */
public record Intake<T>(List<T> good, List<BadLine> bad) {

    public Intake {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }
}
