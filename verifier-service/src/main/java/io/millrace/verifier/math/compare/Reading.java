package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Commas;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Text;
import io.millrace.verifier.math.latex.Parser;
import io.millrace.verifier.math.latex.SyntaxException;
import io.millrace.verifier.math.latex.Units;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a plainly spelled text may mean: one expression for each way to take its commas, or none. */
final class Reading {

    /** Two words this long are prose. */
    private static final int SHORT_WORD = 3;
    /** One word this long is prose. */
    private static final int LONG_WORD = 5;

    private final Map<Commas, Expression> expressions = new EnumMap<>(Commas.class);
    private final boolean ambiguous;
    private String why = "";

    private Reading(boolean ambiguous) {
        this.ambiguous = ambiguous;
    }

    static Reading of(String plain, Units units) {
        boolean prose = isProse(plain);
        var reading = new Reading(!prose && plain.indexOf(',') >= 0);
        if (prose) {
            reading.expressions.put(Commas.GROUP, Canonical.of(new Text(plain)));
            return reading;
        }
        for (Commas commas : Commas.values()) {
            if (commas == Commas.GROUP || reading.ambiguous) {
                reading.parse(plain, commas, units);
            }
        }
        return reading;
    }

    private void parse(String plain, Commas commas, Units units) {
        try {
            expressions.put(commas, Canonical.of(Parser.parse(plain, commas, units)));
        } catch (SyntaxException notAnExpression) {
            why = String.valueOf(notAnExpression.getMessage());
        }
    }

    /** Letters and punctuation alone, with a word among them that is none of mathematics. */
    private static boolean isProse(String plain) {
        int words = 0;
        int run = 0;
        for (int at = 0; at < plain.length(); at++) {
            char sign = plain.charAt(at);
            boolean letter = Character.isLetter(sign);
            if (!letter && " ,.'-’\"!?".indexOf(sign) < 0) {
                return false;
            }
            run = letter ? run + 1 : 0;
            words += run == SHORT_WORD || run == LONG_WORD ? 1 : 0;
        }
        return words > 1 && !plain.equalsIgnoreCase("infinity");
    }

    /** The expression with commas taken in this way; the only one where there is no comma to take. */
    Optional<Expression> with(Commas commas) {
        return Optional.ofNullable(expressions.get(ambiguous ? commas : Commas.GROUP));
    }

    Optional<Expression> any() {
        return expressions.values().stream().findFirst();
    }

    boolean readable() {
        return !expressions.isEmpty();
    }

    /** Whether it is words and nothing else. */
    boolean prose() {
        return any().filter(expression -> expression instanceof Text).isPresent();
    }

    /** Whether words are part of it. */
    boolean worded() {
        return any().filter(expression -> expression.contains(part -> part instanceof Text))
                .isPresent();
    }

    String why() {
        return why;
    }
}
