package io.millrace.verifier.puzzle;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.math.exact.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

    @Test
    void bindsProductsBeforeSumsAndBothFromTheLeft() {
        assertThat(value("2+3*4")).isEqualTo(14);
        assertThat(value("20-3-4")).isEqualTo(13);
        assertThat(value("24/4/3")).isEqualTo(2);
        assertThat(value("24/(4/2)")).isEqualTo(12);
    }

    @Test
    void evaluatesEveryExpressionAsItWasBuilt() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var operands = new ArrayList<Long>();
            Built built = build(random, 4, operands);

            assertThat(Arithmetic.evaluate(built.text())).isEqualTo(new Arithmetic.Value(built.value(), operands));
        }
    }

    private record Built(String text, Rational value) {}

    private static Built build(Random random, int depth, List<Long> operands) {
        if (depth == 0 || random.nextInt(4) == 0) {
            long number = random.nextInt(1, 100);
            operands.add(number);
            return new Built(Long.toString(number), Rational.of(BigInteger.valueOf(number)));
        }
        Built left = build(random, depth - 1, operands);
        Built right = build(random, depth - 1, operands);
        boolean divisible = right.value().numerator().signum() != 0;
        return switch (random.nextInt(divisible ? 4 : 3)) {
            case 0 -> joined(left, " + ", right, left.value().plus(right.value()));
            case 1 -> joined(left, "-", right, left.value().minus(right.value()));
            case 2 -> joined(left, " × ", right, left.value().times(right.value()));
            default -> joined(left, "/", right, left.value().dividedBy(right.value()));
        };
    }

    private static Built joined(Built left, String operator, Built right, Rational value) {
        return new Built("(" + left.text() + operator + right.text() + ")", value);
    }

    private static int value(String expression) {
        return Arithmetic.evaluate(expression) instanceof Arithmetic.Value value
                ? value.value().numerator().intValueExact()
                : Integer.MIN_VALUE;
    }
}
