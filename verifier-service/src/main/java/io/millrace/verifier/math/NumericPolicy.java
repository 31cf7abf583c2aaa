package io.millrace.verifier.math;

import io.millrace.schemas.Hash;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the comparison of numbers tolerates.
 *
 * @param percent how a percent sign on one side only is taken
 * @param units what may stand beside a number without changing it: one unit an entry, its spellings apart by blanks
 */
public record NumericPolicy(Percent percent, List<String> units) {

    /** How "50%" is compared with a number that bears no percent sign. */
    public enum Percent {
        /** It equals 0.5. */
        STRICT,
        /** It equals 0.5, and also 50, since a question for a percentage is answered either way. */
        LENIENT
    }

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
            "° degree degrees",
            "square",
            "cubic",
            "per",
            "old",
            "people person",
            "unit units",
            "time times");

    public NumericPolicy {
        units = List.copyOf(units);
    }

    public static NumericPolicy standard() {
        return new NumericPolicy(Percent.LENIENT, COMMON_UNITS);
    }

    String hash() {
        return Hash.of(percent.name(), Hash.of(units));
    }

    /** Every spelling, with the first spelling of the same unit. */
    Map<String, String> spellings() {
        Map<String, String> spellings = new HashMap<>();
        for (String unit : units) {
            String[] same = unit.split(" ");
            Arrays.stream(same).forEach(spelling -> spellings.put(spelling, same[0]));
        }
        return spellings;
    }
}
