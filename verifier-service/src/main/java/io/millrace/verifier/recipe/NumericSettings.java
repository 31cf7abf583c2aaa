package io.millrace.verifier.recipe;

import io.millrace.verifier.math.NumericPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a recipe may say of the comparison of numbers; what it leaves out is as usual. */
record NumericSettings(
        NumericPolicy.@Nullable Percent percent, @Nullable List<String> units) {

    NumericPolicy policy() {
        return new NumericPolicy(
                percent == null ? NumericPolicy.Percent.LENIENT : percent,
                units == null ? NumericPolicy.COMMON_UNITS : units);
    }
}
