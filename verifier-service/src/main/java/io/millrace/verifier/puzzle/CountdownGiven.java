package io.millrace.verifier.puzzle;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.verifier.math.exact.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers to use and the number to reach. */
record CountdownGiven(List<Long> numbers, Rational target) {

    CountdownGiven {
        numbers = numbers.stream().sorted().toList();
    }

    /** Reads {@code {"numbers":[…],"target":…}}; empty where it is anything else. */
    static Optional<CountdownGiven> from(JsonNode given) {
        JsonNode target = given.path("target");
        List<Long> numbers = new ArrayList<>();
        for (JsonNode number : given.path("numbers")) {
            if (!number.isIntegralNumber() || !number.canConvertToLong()) {
                return Optional.empty();
            }
            numbers.add(number.longValue());
        }
        return numbers.isEmpty() || !target.isIntegralNumber() || !target.canConvertToLong()
                ? Optional.empty()
                : Optional.of(new CountdownGiven(numbers, Rational.of(BigInteger.valueOf(target.longValue()))));
    }

    boolean usesExactly(List<Long> operands) {
        return operands.stream().sorted().toList().equals(numbers);
    }
}
