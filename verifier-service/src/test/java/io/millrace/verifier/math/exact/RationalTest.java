package io.millrace.verifier.math.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RationalTest {

    @Test
    void isInLowestTermsWithAPositiveDenominator() {
        assertThat(rational(6, -4)).isEqualTo(rational(-3, 2)).hasToString("-3/2");
        assertThat(rational(0, -7)).isEqualTo(rational(0, 1)).hasToString("0");
    }

    @Test
    void refusesToDivideByZero() {
        assertThatThrownBy(() -> rational(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> rational(1, 1).dividedBy(rational(0, 1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void undoesEveryOperation() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Rational one = rational(random.nextInt(-99, 100), random.nextInt(1, 100));
            Rational other = rational(random.nextInt(1, 100), random.nextInt(1, 100));

            assertThat(one.plus(other).minus(other)).isEqualTo(one);
            assertThat(one.times(other).dividedBy(other)).isEqualTo(one);
            assertThat(one.negated().negated()).isEqualTo(one);
        }
    }

    private static Rational rational(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
