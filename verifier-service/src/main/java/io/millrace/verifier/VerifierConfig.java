package io.millrace.verifier;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.verifier.math.NumericPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings under {@code millrace.verifier}.
 *
 * @param percent how "50%" is compared with a number that bears no percent sign
 * @param units what may stand beside a number instead of the built-in list: one unit an entry, its spellings apart by blanks
 */
@ConfigurationProperties("millrace.verifier")
record VerifierConfig(
        @Bindable(defaultValue = "LENIENT") NumericPolicy.Percent percent,
        @Nullable List<String> units) {

    NumericPolicy numericPolicy() {
        return new NumericPolicy(percent, units == null ? NumericPolicy.COMMON_UNITS : units);
    }
}
