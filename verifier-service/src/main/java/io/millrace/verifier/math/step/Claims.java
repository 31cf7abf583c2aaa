package io.millrace.verifier.math.step;

import io.millrace.verifier.answer.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the equalities that a solution claims: in calculator annotations where it has any, else in its formulas and its prose. */
final class Claims {

    private static final String OPEN = "<<";
    private static final String CLOSE = ">>";
    private static final int MAX_CLAIMS = 1_000;
    private static final int MAX_SIDE = 300;
    /** Where one statement of a formula ends and another begins. */
    private static final Pattern STATEMENTS = Pattern.compile(
            "\\\\\\\\|\\\\implies|\\\\Rightarrow|\\\\q?quad|,\\s|;|\\\\(?:begin|end)\\{[a-z]{1,20}\\*?\\}");

    private static final Pattern EQUALS = Pattern.compile("(?=\\\\approx)|=");
    private static final String APPROXIMATELY = "\\approx";

    private final List<Claim> claims = new ArrayList<>();

    private Claims() {}

    static List<Claim> in(String solution) {
        var found = new Claims();
        found.annotations(solution);
        if (found.claims.isEmpty()) {
            Formulas formulas = Formulas.in(solution);
            formulas.contents().forEach(found::formula);
            ArithmeticRuns.in(formulas.remainder()).forEach(run -> found.chain(List.of(run.split("=", -1))));
        }
        return found.claims;
    }

    private void annotations(String solution) {
        int open = solution.indexOf(OPEN);
        while (open >= 0) {
            int start = open + OPEN.length();
            int close = solution.indexOf(CLOSE, start);
            if (close < 0) {
                return;
            }
            chain(List.of(solution.substring(start, close).split("=", -1)));
            open = solution.indexOf(OPEN, close);
        }
    }

    private void formula(String formula) {
        for (String statement : STATEMENTS.split(formula.replace("&", ""), -1)) {
            chain(List.of(EQUALS.split(statement, -1)));
        }
    }

    private void chain(List<String> sides) {
        for (int at = 1; at < sides.size() && claims.size() < MAX_CLAIMS; at++) {
            String right = sides.get(at);
            boolean approximate = right.startsWith(APPROXIMATELY);
            String plain = approximate ? right.substring(APPROXIMATELY.length()) : right;
            String left = sides.get(at - 1).replace(APPROXIMATELY, "");
            if (!left.isBlank() && !plain.isBlank() && left.length() <= MAX_SIDE && plain.length() <= MAX_SIDE) {
                claims.add(new Claim(left, plain, approximate));
            }
        }
    }
}
