package io.millrace.deploy.bench;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Spoils answers: cuts, repeats and inserts the pieces of which formulas are made, thousands of times over, and puts in what is costly
 * for its length: nests of brackets, long numbers, towers of powers, chains of units and of terms.
 */
final class AnswerMutations {

    private static final int MAX_LENGTH = 24_000;
    private static final int MAX_CHANGES = 6;

    private static final List<String> PIECES = List.of(
            "\\frac{",
            "}",
            "{",
            "(",
            ")",
            "[",
            "]",
            "^",
            "_",
            "^{",
            "9",
            "99999",
            "!",
            "\\sqrt{",
            "\\sqrt[3]{",
            "\\sin ",
            "\\log_",
            "|",
            "\\left|",
            "\\begin{pmatrix}",
            "\\\\",
            "&",
            "\\end{pmatrix}",
            "\\cup",
            "=",
            "<",
            ">",
            ",",
            "+",
            "-",
            "*",
            "/",
            ".",
            "\\text{",
            "\\int_0^1",
            "\\sum_{k=1}^{n}",
            "\\pm",
            "\\{",
            "\\}",
            "x",
            "e^",
            "i",
            "\\pi",
            "%",
            "$",
            "\\boxed{",
            "^{9^{9",
            "1/",
            "\\binom{99999}{5000}",
            "10000!",
            "0.",
            "1e99",
            "\\infty",
            "\u00e9",
            "\n");

    /** What nests around another expression: its beginning and its end. */
    private static final List<Nest> NESTS = List.of(
            new Nest("(", ")"),
            new Nest("{", "}"),
            new Nest("\\{", "\\}"),
            new Nest("|", "|"),
            new Nest("\\sqrt{", "}"),
            new Nest("\\sqrt[3]{2+", "}"),
            new Nest("\\frac{1}{1+", "}"),
            new Nest("2^{", "}"),
            new Nest("x^{", "}"),
            new Nest("\\sin(1+", ")"),
            new Nest("f(1,", ")"),
            new Nest("\\text{1", "}"),
            new Nest("\\begin{pmatrix}1&", "\\end{pmatrix}"),
            new Nest("(1,", ",2)"),
            new Nest("\\left[", "\\right)"));

    /** What may follow itself for as long as one likes. */
    private static final List<String> LINKS = List.of(
            "\\text{ cm}/",
            " cm ",
            " 5 m^2",
            "2^",
            "!",
            "'",
            "_1",
            "+\\sqrt{7}",
            "+\\sin(x)",
            "+1/97",
            "\\cdot\\frac{99991}{99989}",
            "+\\frac{1}{x}",
            "+3^{60000}/7^{20000}",
            "+9999!",
            "\\cup(1,2)",
            "\\cup\\{3\\}",
            ",x\\ne 5",
            ",\\pm 2",
            ",\\sqrt{2}+\\sqrt{3}",
            "=x^2",
            "\\gcd(99999999999,",
            "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
            "\\ln(2)^",
            "\\text{and }",
            "1,000,",
            "0.1\\overline{142857}",
            "1.e99*",
            "(x+y)^{99}");

    private final RandomGenerator random;

    private record Nest(String begin, String end) {}

    AnswerMutations(RandomGenerator random) {
        this.random = random;
    }

    AnswerPair spoiled(AnswerPair pair) {
        String gold = pair.gold();
        String prediction = pair.prediction();
        for (int change = random.nextInt(MAX_CHANGES); change >= 0; change--) {
            prediction = spoiled(prediction);
            gold = random.nextInt(3) == 0 ? spoiled(gold) : gold;
        }
        return new AnswerPair(gold, prediction, false, false, pair.source());
    }

    private String spoiled(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(30));
        String changed = switch (random.nextInt(10)) {
            case 0 -> text.substring(0, at) + piece() + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(Math.min(end, at + 4));
            case 2 ->
                text.substring(0, end) + text.substring(at, end).repeat(1 + random.nextInt(200)) + text.substring(end);
            case 3 -> text.substring(0, at) + (piece() + piece()).repeat(1 + random.nextInt(300)) + text.substring(at);
            case 4 -> text.substring(0, at) + piece().repeat(1 + random.nextInt(1_000)) + text.substring(at);
            case 5 -> nested(text.substring(at, end), text.substring(0, at), text.substring(end));
            case 6 -> text.substring(0, at) + digits() + text.substring(at);
            case 7 -> text.substring(0, at) + any(LINKS).repeat(1 + random.nextInt(400)) + text.substring(at);
            case 8 -> "\\boxed{" + any(LINKS).repeat(1 + random.nextInt(400)) + digits() + "}";
            default -> text.substring(0, at) + (char) random.nextInt(' ', '\u007f') + text.substring(at);
        };
        return changed.length() <= MAX_LENGTH ? changed : changed.substring(changed.length() - MAX_LENGTH);
    }

    private String nested(String inner, String before, String after) {
        Nest nest = any(NESTS);
        int depth = 1 + random.nextInt(400);
        return before + nest.begin.repeat(depth) + inner + nest.end.repeat(depth) + after;
    }

    private String digits() {
        StringBuilder digits = new StringBuilder();
        for (int length = 1 << random.nextInt(12); length >= 0; length--) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String piece() {
        return any(PIECES);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
