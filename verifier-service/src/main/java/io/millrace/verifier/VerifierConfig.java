package io.millrace.verifier;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.verifier.code.SlotSettings;
import io.millrace.verifier.math.NumericPolicy;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Settings under {@code millrace.verifier}.
 *
 * @param percent how "50%" is compared with a number that bears no percent sign: strict or lenient
 * @param units what may stand beside a number instead of the built-in list: one unit an entry, its spellings apart by blanks
 * @param codeSlots programs that run at once
 * @param python the interpreter that runs them, instead of the python3 on the search path
 */
@ConfigurationProperties("millrace.verifier")
record VerifierConfig(
        @Bindable(defaultValue = "lenient") @Pattern(regexp = "strict|lenient")
        String percent,

        @Nullable List<String> units,
        @Bindable(defaultValue = "2") @Positive int codeSlots,
        @Nullable Path python) {

    NumericPolicy numericPolicy() {
        // Bound as text: a word that is not of an enum would be taken for the default without a complaint.
        var policy = NumericPolicy.Percent.valueOf(percent.toUpperCase(Locale.ROOT));
        return new NumericPolicy(policy, units == null ? NumericPolicy.COMMON_UNITS : units);
    }

    SlotSettings slotSettings() {
        return new SlotSettings(python, codeSlots, SlotSettings.of(codeSlots).layers());
    }
}
