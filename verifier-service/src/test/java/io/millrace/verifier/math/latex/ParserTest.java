package io.millrace.verifier.math.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.verifier.math.latex.Expression.Bracketed;
import io.millrace.verifier.math.latex.Expression.Listing;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Quantity;
import io.millrace.verifier.math.latex.Expression.Symbol;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

    private static final Units UNITS = Units.of(List.of("cm centimeters", "km/h", "h hour"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\frac12            | \\frac{1}{2}
            \\frac1{3}          | 1/3
            \\dfrac{x}{2}       | \\tfrac{x}{2}
            \\left(a+b\\right)  | (a+b)
            2 \\times x         | 2 \\cdot x
            \\sqrt2             | \\sqrt{2}
            x^{2}               | x^2
            x_{1}               | x_1
            \\sin 2x            | \\sin(2x)
            \\sin^{-1} x        | \\arcsin x
            a\\le b             | a <= b
            2 1/2               | 2\\frac12
            \\mathrm{e}^x       | e^x
            \\text{E}           | E
            5\\text{ cm}        | 5 centimeters
            90^\\circ           | 90^{\\circ}
            1,234               | 1234
            \\\\frac{1}{2}      | \\frac{1}{2}
            """)
    void readsWhatMeansTheSameAsTheSame(String one, String other) throws SyntaxException {
        assertThat(parse(one)).isEqualTo(parse(other));
    }

    @Test
    void readsBarsAsTheAbsoluteValue() throws SyntaxException {
        assertThat(parse("\\left|x\\right|")).isEqualTo(parse("|x|"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "%", "^2", "^\\circ", "_1", "'"})
    void refusesMoreSignsBehindAValueThanItMayNest(String sign) throws SyntaxException {
        assertThat(parse("x" + sign)).isNotNull();

        assertThatThrownBy(() -> parse("x" + sign.repeat(200)))
                .isInstanceOf(SyntaxException.class)
                .hasMessageContaining("nested");
    }

    @Test
    void keepsTheDecimalsThatWereWritten() throws SyntaxException {
        assertThat(parse("1.50")).isEqualTo(new Literal(new BigDecimal("1.50")));
    }

    @Test
    void takesCommasInTheWayThatItIsTold() throws SyntaxException {
        assertThat(Parser.parse("1,234", Commas.GROUP, UNITS)).isEqualTo(Literal.of(1234));
        assertThat(Parser.parse("1,234", Commas.SEPARATE, UNITS))
                .isEqualTo(new Listing(Joint.COMMA, List.of(Literal.of(1), Literal.of(234))));
        assertThat(Parser.parse("0,5", Commas.POINT, UNITS)).isEqualTo(new Literal(new BigDecimal("0.5")));
    }

    @Test
    void separatesTheItemsOfATupleInAnyCase() throws SyntaxException {
        assertThat(parse("(1,234)")).isEqualTo(new Bracketed('(', List.of(Literal.of(1), Literal.of(234)), ')'));
    }

    @Test
    void takesALetterForAVariableUnlessThatUnitIsExpected() throws SyntaxException {
        assertThat(parse("5 h")).isNotInstanceOf(Quantity.class);
        assertThat(Parser.parse("5 h", Commas.GROUP, UNITS.expecting("h"))).isEqualTo(new Quantity(Literal.of(5), "h"));
    }

    @Test
    void distinguishesUpperAndLowerCase() throws SyntaxException {
        assertThat(parse("K")).isEqualTo(new Symbol("K")).isNotEqualTo(parse("k"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2",
                "1e9999",
                "2 7/3",
                "(1",
                "\\frac{1}",
                "{1}}",
                "\\begin{tikzpicture}",
                "1 +",
                "[1)",
                "\\unknown{3}",
                "5 bananas",
                "x ?",
                "٢٦",
                "\\begin{matrix}1&2\\\\3\\end{matrix}",
                "}",
            })
    void refusesWhatIsNotAnExpression(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(SyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "{", "\\frac{1}{", "\\sqrt{", "-", "\\sin ", "|", "x^", "1+", "\\left(", "\\text{", "!"})
    void refusesWhatIsTooLongOrTooDeep(String piece) {
        assertThatThrownBy(() -> parse(piece.repeat(3_900 / piece.length()) + "x"))
                .isInstanceOf(SyntaxException.class);
        assertThatThrownBy(() -> parse("1".repeat(4_001))).isInstanceOf(SyntaxException.class);
    }

    private static Expression parse(String text) throws SyntaxException {
        return Parser.parse(text, Commas.GROUP, UNITS);
    }
}
