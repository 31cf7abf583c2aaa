package io.millrace.verifier.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssertionsTest {

    @Test
    void countsThoseAtTheTopWhereThereAreAny() {
        Assertions assertions =
                Assertions.in("import math\nassert f(1)\nfor n in range(3):\n    assert f(n)\nassert f(9)\n");

        assertThat(assertions.lines()).containsExactly(2, 5);
        assertThat(assertions.before(5, 0)).isEqualTo(1);
    }

    @Test
    void countsThoseInsideFunctionsElse() {
        Assertions assertions =
                Assertions.in("def check(candidate):\n    assert candidate(1)\n    assert candidate(2)\n");

        assertThat(assertions.lines()).containsExactly(2, 3);
        assertThat(assertions.before(0, 3)).isEqualTo(1);
    }

    @Test
    void standsBeforeTheFirstIfNoLineIsKnown() {
        assertThat(Assertions.in("assert f(1)").before(0, 0)).isZero();
    }
}
