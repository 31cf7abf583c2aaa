package io.millrace.verifier.math.compare;

import io.millrace.schemas.Hash;
import java.util.List;

/**
 * What the comparison of answers tolerates, where reasonable graders differ.
 *
 * @param percent how a percent sign on one side only is taken
 * @param units whether the answer must bear the unit of the expected one
 * @param ordered whether a list must be in the expected order
 * @param leastDecimals decimals that a number needs to stand for an exact one that it rounds
 * @param boxRequired whether an answer counts only in a box
 * @param unitWords what may stand beside a number: one unit an entry, its spellings apart by blanks
 */
public record AnswerPolicy(
        Percent percent, Units units, boolean ordered, int leastDecimals, boolean boxRequired, List<String> unitWords) {

    /** How "50%" is compared with a number that bears no percent sign. */
    public enum Percent {
        /** It equals 0.5. */
        STRICT,
        /** It equals 0.5, and also 50, since a question for a percentage is answered either way. */
        LENIENT
    }

    /** What a unit counts for that only one side bears. */
    public enum Units {
        IGNORED,
        REQUIRED
    }

    public static final int LEAST_DECIMALS = 10;
    static final int MAX_DECIMALS = 60;

    public static final List<String> COMMON_UNITS = List.of(
            "$ US$ dollar dollars USD",
            "€ euro euros EUR",
            "£ pound pounds GBP lb lbs",
            "¥ yen JPY",
            "₹ rupee rupees INR",
            "¢ cent cents",
            "mm millimeter millimeters millimetre millimetres",
            "cm centimeter centimeters centimetre centimetres",
            "m meter meters metre metres",
            "km kilometer kilometers kilometre kilometres",
            "in inch inches",
            "ft foot feet",
            "yd yard yards",
            "mi mile miles",
            "cm²",
            "m²",
            "km²",
            "cm³",
            "m³",
            "mg milligram milligrams",
            "g gram grams",
            "kg kilogram kilograms",
            "oz ounce ounces",
            "ton tons tonne tonnes",
            "ml milliliter milliliters millilitre millilitres",
            "L liter liters litre litres",
            "cup cups",
            "gallon gallons",
            "s sec second seconds",
            "min minute minutes",
            "h hr hrs hour hours",
            "day days",
            "week weeks",
            "month months",
            "year years",
            "km/h kph",
            "mph",
            "m/s",
            "radians radian rad",
            "square sq sq.",
            "cubic",
            "per",
            "old",
            "am a.m a.m. AM",
            "pm p.m p.m. PM",
            "people person",
            "unit units",
            "time times");

    /** Fails with an {@link IllegalArgumentException} if the decimals are none or more than can be computed. */
    public AnswerPolicy {
        if (leastDecimals < 1 || leastDecimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("least decimals of " + leastDecimals);
        }
        unitWords = List.copyOf(unitWords);
    }

    public static AnswerPolicy standard() {
        return new AnswerPolicy(Percent.LENIENT, Units.IGNORED, false, LEAST_DECIMALS, false, COMMON_UNITS);
    }

    public String hash() {
        return Hash.of(
                percent.name(),
                units.name(),
                Boolean.toString(ordered),
                Integer.toString(leastDecimals),
                Boolean.toString(boxRequired),
                Hash.of(unitWords));
    }
}
