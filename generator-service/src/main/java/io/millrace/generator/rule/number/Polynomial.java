package io.millrace.generator.rule.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A polynomial in x with whole factors.
 *
 * @param factors of the powers of x, from the constant on; the last is not zero, except in the polynomial 0
 */
public record Polynomial(List<Long> factors) {

    private static final int MAX_LENGTH = 200;
    private static final int MAX_POWER = 12;
    private static final Pattern TERM = Pattern.compile(" ([+-]) (?:([0-9]{0,9})x(?:\\^([0-9]{1,2}))?|([0-9]{1,9}))");

    public Polynomial {
        int size = factors.size();
        while (size > 1 && factors.get(size - 1) == 0) {
            size--;
        }
        factors = List.copyOf(factors.subList(0, size));
    }

    /** The one with these factors, that of the constant first. */
    public static Polynomial of(long... factors) {
        List<Long> list = new ArrayList<>(factors.length);
        for (long factor : factors) {
            list.add(factor);
        }
        return new Polynomial(list);
    }

    /** Reads the form in which they are written; empty where the text is anything else. */
    public static Optional<Polynomial> read(String text) {
        if (text.length() > MAX_LENGTH || text.isEmpty()) {
            return Optional.empty();
        }
        Matcher term = TERM.matcher(text.startsWith("-") ? " - " + text.substring(1) : " + " + text);
        long[] factors = new long[MAX_POWER + 1];
        while (term.lookingAt()) {
            boolean constant = term.group(4) != null;
            int power = constant ? 0 : term.group(3) == null ? 1 : Integer.parseInt(term.group(3));
            if (power > MAX_POWER) {
                return Optional.empty();
            }
            String digits = constant ? term.group(4) : term.group(2);
            long factor = digits.isEmpty() ? 1 : Long.parseLong(digits);
            factors[power] += term.group(1).equals("-") ? -factor : factor;
            if (term.end() == term.regionEnd()) {
                return Optional.of(of(factors));
            }
            term.region(term.end(), term.regionEnd());
        }
        return Optional.empty();
    }

    public int degree() {
        return factors.size() - 1;
    }

    /** Its value at a point. */
    public long at(long point) {
        long value = 0;
        for (int power = degree(); power >= 0; power--) {
            value = Math.addExact(Math.multiplyExact(value, point), factors.get(power));
        }
        return value;
    }

    /** How fast its value changes at a point, found along with the value and not by the rule for powers. */
    public long slopeAt(long point) {
        long value = 0;
        long slope = 0;
        for (int power = degree(); power >= 0; power--) {
            slope = Math.addExact(Math.multiplyExact(slope, point), value);
            value = Math.addExact(Math.multiplyExact(value, point), factors.get(power));
        }
        return slope;
    }

    public Polynomial plus(Polynomial other) {
        long[] sum = new long[Math.max(factors.size(), other.factors.size())];
        for (int power = 0; power < sum.length; power++) {
            sum[power] = factor(power) + other.factor(power);
        }
        return of(sum);
    }

    public Polynomial times(Polynomial other) {
        long[] product = new long[degree() + other.degree() + 1];
        for (int left = 0; left <= degree(); left++) {
            for (int right = 0; right <= other.degree(); right++) {
                product[left + right] += factor(left) * other.factor(right);
            }
        }
        return of(product);
    }

    /** Its part with one power of x. */
    public Polynomial term(int power) {
        long[] single = new long[power + 1];
        single[power] = factor(power);
        return of(single);
    }

    public Polynomial derivative() {
        long[] derived = new long[Math.max(1, degree())];
        for (int power = 1; power <= degree(); power++) {
            derived[power - 1] = power * factor(power);
        }
        return of(derived);
    }

    /** For instance "3x^2 - x + 5". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int power = degree(); power >= 0; power--) {
            long factor = factor(power);
            if (factor != 0) {
                text.append(text.isEmpty() ? (factor < 0 ? "-" : "") : factor < 0 ? " - " : " + ");
                text.append(power > 0 && Math.abs(factor) == 1 ? "" : Math.abs(factor));
                text.append(power == 0 ? "" : power == 1 ? "x" : "x^" + power);
            }
        }
        return text.isEmpty() ? "0" : text.toString();
    }

    private long factor(int power) {
        return power < factors.size() ? factors.get(power) : 0;
    }
}
