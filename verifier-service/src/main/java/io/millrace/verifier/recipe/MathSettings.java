package io.millrace.verifier.recipe;

import io.millrace.verifier.math.compare.AnswerPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe may say of the comparison of mathematical answers; what it leaves out is as usual.
 *
 * @param units what a unit counts for that only one side bears
 * @param unitWords what may stand beside a number instead of the built-in list
 */
record MathSettings(
        AnswerPolicy.@Nullable Percent percent,
        AnswerPolicy.@Nullable Units units,
        @Nullable Boolean ordered,
        @Nullable Integer leastDecimals,
        @Nullable Boolean boxRequired,
        @Nullable List<String> unitWords) {

    AnswerPolicy policy() {
        AnswerPolicy usual = AnswerPolicy.standard();
        return new AnswerPolicy(
                percent == null ? usual.percent() : percent,
                units == null ? usual.units() : units,
                ordered == null ? usual.ordered() : ordered,
                leastDecimals == null ? usual.leastDecimals() : leastDecimals,
                boxRequired == null ? usual.boxRequired() : boxRequired,
                unitWords == null ? usual.unitWords() : unitWords);
    }
}
