package io.millrace.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.evaluator.review.Kappa;
import io.millrace.evaluator.review.Statistics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all reviews show.
 *
 * @param agreement on records that two people rated; null where there are none
 * @param sample kept records of the random sample that people decided on
 * @param bad those of them that turned out to be bad
 * @param badShareBound what the bad share of all kept records is under with 95 % confidence; null without a sample
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReviewFigures(
        int asked,
        int done,
        int open,
        Map<String, Integer> outcomes,
        @Nullable AgreementFigures agreement,
        int sample,
        int bad,
        @Nullable Double badShareBound) {

    static ReviewFigures of(Statistics statistics) {
        return new ReviewFigures(
                statistics.asked(),
                statistics.settled(),
                statistics.asked() - statistics.settled(),
                statistics.outcomes(),
                statistics.kappa().map(AgreementFigures::of).orElse(null),
                statistics.sample(),
                statistics.bad(),
                statistics.badShareBound().orElse(null));
    }

    /**
     * How far people agree.
     *
     * @param records that two of them rated
     * @param share of these on which both say the same
     * @param kappa Cohen's, with its interval of 95 %
     */
    @Serdeable
    record AgreementFigures(int records, double share, double kappa, double standardError, double low, double high) {

        static AgreementFigures of(Kappa kappa) {
            return new AgreementFigures(
                    kappa.items(), kappa.agreement(), kappa.value(), kappa.standardError(), kappa.low(), kappa.high());
        }
    }
}
