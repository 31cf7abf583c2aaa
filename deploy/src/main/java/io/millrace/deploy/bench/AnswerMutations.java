package io.millrace.deploy.bench;

import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils answers: cuts, repeats and inserts the pieces of which formulas are made, thousands of times over. */
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

    private final RandomGenerator random;

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
        String changed = switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at) + piece() + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(Math.min(end, at + 4));
            case 2 ->
                text.substring(0, end) + text.substring(at, end).repeat(1 + random.nextInt(200)) + text.substring(end);
            case 3 -> text.substring(0, at) + (piece() + piece()).repeat(1 + random.nextInt(300)) + text.substring(at);
            default -> text.substring(0, at) + (char) random.nextInt(' ', '\u007f') + text.substring(at);
        };
        return changed.length() <= MAX_LENGTH ? changed : changed.substring(changed.length() - MAX_LENGTH);
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
