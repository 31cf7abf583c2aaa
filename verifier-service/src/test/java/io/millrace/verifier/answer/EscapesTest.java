package io.millrace.verifier.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapesTest {

    @Test
    void givesACommandBackThatWasTakenForAnEscape() {
        assertThat(Escapes.restored("\frac{1}{2}")).isEqualTo("\\frac{1}{2}");
        assertThat(Escapes.restored("\begin{pmatrix}")).isEqualTo("\\begin{pmatrix}");
        assertThat(Escapes.restored("3-\\\frac12")).isEqualTo("3-\\frac12");
    }

    @Test
    void leavesLinesAsTheyAre() {
        assertThat(Escapes.restored("1 &\t2 \\\\\r\n3 & 4")).isEqualTo("1 &\t2 \\\\\r\n3 & 4");
    }
}
