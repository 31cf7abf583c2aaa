package io.millrace.generator.solving;

import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.rule.number.Rational;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A final answer to a problem of mathematics. Two are alike where they are the same number exactly, or else the same text after
 * white space, case, outer dollar signs and a stop at the end are put aside; nothing counts as near.
 *
 * @param text as it was written, without what stands around it and without commas within a number
 * @param canonical the same for all answers that are alike
 */
public record FinalAnswer(String text, String canonical) {

    private static final int LONGEST = 300;
    private static final Pattern LINE = Pattern.compile("\\**answer:\\**\\s*(.*?)\\s*\\**", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORMULA = Pattern.compile("\\${1,2}([^$]+)\\${1,2}");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(?:,[0-9]{3}){1,20}(?:\\.[0-9]{1,60})?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,60}(?:\\.[0-9]{1,60})?");
    private static final Pattern FRACTION = Pattern.compile("([+-]?[0-9]{1,60}) ?/ ?([0-9]{1,60})");
    private static final Pattern LATEX_FRACTION =
            Pattern.compile("([+-]?)\\\\[dt]?frac ?\\{ ?([0-9]{1,60}) ?} ?\\{ ?([0-9]{1,60}) ?}");

    /** The answer in a text that holds nothing else; none where it is blank or longer than answers are. */
    public static Optional<FinalAnswer> of(String text) {
        String bare = bare(text);
        return bare.isEmpty() || bare.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new FinalAnswer(
                        bare, number(bare).map(Rational::toString).orElseGet(() -> bare.toLowerCase(Locale.ROOT))));
    }

    /**
     * The answer that the maker of a problem claims.
     *
     * @throws UnusableAnswerException if the text holds none
     */
    public static FinalAnswer claimed(String text) throws UnusableAnswerException {
        return of(text).orElseThrow(() -> new UnusableAnswerException("UnusableAnswer", "the problem has no answer"));
    }

    /** The answer of a worked solution, whose last line that is not blank is "Answer: …". */
    public static Optional<FinalAnswer> in(String solution) {
        String whole = solution.strip();
        String last = whole.substring(whole.lastIndexOf('\n') + 1);
        Matcher line = LINE.matcher(
                last.substring(0, Math.min(last.length(), 2 * LONGEST)).strip());
        return line.matches() ? of(line.group(1)) : Optional.empty();
    }

    public boolean alike(FinalAnswer other) {
        return canonical.equals(other.canonical);
    }

    private static String bare(String text) {
        String bare = text.strip();
        if (bare.endsWith(".")) {
            bare = bare.substring(0, bare.length() - 1).strip();
        }
        Matcher formula = FORMULA.matcher(bare);
        if (formula.matches()) {
            bare = formula.group(1).strip();
        }
        String spaced = bare.replaceAll("\\s+", " ").replace('\u2212', '-');
        return GROUPED.matcher(spaced).matches() ? spaced.replace(",", "") : spaced;
    }

    private static Optional<Rational> number(String plain) {
        if (DECIMAL.matcher(plain).matches()) {
            return Optional.of(Rational.ofDecimal(plain));
        }
        Matcher fraction = FRACTION.matcher(plain);
        if (fraction.matches()) {
            return quotient(fraction.group(1), fraction.group(2));
        }
        Matcher latex = LATEX_FRACTION.matcher(plain);
        return latex.matches() ? quotient(latex.group(1) + latex.group(2), latex.group(3)) : Optional.empty();
    }

    private static Optional<Rational> quotient(String above, String below) {
        BigInteger denominator = new BigInteger(below);
        return denominator.signum() == 0
                ? Optional.empty()
                : Optional.of(new Rational(new BigInteger(above), denominator));
    }
}
