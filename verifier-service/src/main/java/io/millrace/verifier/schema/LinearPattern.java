package io.millrace.verifier.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import java.util.Optional;

/** A regular expression from outside, matched in time linear in the text. There are no back-references and no look-around. */
final class LinearPattern implements RegularExpression {

    private static final int MAX_LENGTH = 500;

    /** Bounds what counted repetitions unfold to, as the product of all of them. */
    private static final long MAX_REPEATS = 5_000;

    private final Pattern pattern;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Empty where the expression is too large or not of this language. */
    static Optional<LinearPattern> of(String expression) {
        if (expression.length() > MAX_LENGTH || steps(expression) > MAX_LENGTH * MAX_REPEATS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LinearPattern(Pattern.compile(withCodePoints(expression))));
        } catch (PatternSyntaxException foreign) {
            return Optional.empty();
        }
    }

    @Override
    public boolean matches(String text) {
        return pattern.matcher(text).find();
    }

    /** An upper bound on the states of the expression: its length times all its repetitions. */
    static long steps(String expression) {
        long repeats = 1;
        long number = -1;
        for (int i = 0; i < expression.length() && repeats <= MAX_REPEATS; i++) {
            char c = expression.charAt(i);
            if (c == '{') {
                number = 0;
            } else if (number >= 0 && c >= '0' && c <= '9') {
                number = Math.min(number * 10 + c - '0', MAX_REPEATS + 1);
            } else if (number >= 0) {
                repeats *= Math.max(1, number);
                number = c == ',' ? 0 : -1;
            }
        }
        return repeats <= MAX_REPEATS ? expression.length() * repeats : Long.MAX_VALUE;
    }

    /** Writes a code point as this engine does, where the schema writes it as JavaScript does. */
    private static String withCodePoints(String expression) {
        var text = new StringBuilder(expression.length());
        int i = 0;
        while (i < expression.length()) {
            boolean escape = expression.charAt(i) == '\\' && i + 1 < expression.length();
            if (escape && expression.charAt(i + 1) == 'u' && i + 6 <= expression.length()) {
                text.append("\\x{").append(expression, i + 2, i + 6).append('}');
                i += 6;
            } else {
                int width = escape ? 2 : 1;
                text.append(expression, i, i + width);
                i += width;
            }
        }
        return text.toString();
    }
}
