package io.millrace.evaluator.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as manifests have them: to four decimals. */
final class Shares {

    private static final int DECIMALS = 4;

    private Shares() {}

    /** 0 of nothing. */
    static double of(long part, long whole) {
        return whole == 0 ? 0 : ratio(part, whole);
    }

    /** Null where there is nothing to take a share of. */
    static @Nullable Double known(long part, long whole) {
        return whole == 0 ? null : ratio(part, whole);
    }

    static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static double ratio(long part, long whole) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
