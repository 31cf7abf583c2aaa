package io.millrace.verifier.math;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whether a written answer is, as a whole, a number. */
final class NumberReader {

    private static final int MAX_LENGTH = 400;

    private static final Set<String> FUNCTIONS = Set.of(
            "sqrt", "pi", "sin", "cos", "tan", "log", "ln", "exp", "lg", "cot", "sec", "csc", "mod", "gcd", "lcm");

    private static final List<String> SEPARATORS = List.of(", ", ";", "±", "\\pm");

    private final Map<String, String> units;

    NumberReader(NumericPolicy policy) {
        this.units = policy.spellings();
    }

    Reading read(String written) {
        if (written.length() > MAX_LENGTH) {
            return new Reading.Unreadable("longer than " + MAX_LENGTH + " characters");
        }
        String plain = Spelling.plain(written);
        if (plain.isEmpty()) {
            return new Reading.Unreadable("empty");
        }
        Optional<Reading.Numeric> number = new NumberParser(plain, units).parse();
        if (number.isPresent()) {
            return number.get();
        }
        if (SEPARATORS.stream().anyMatch(plain::contains)) {
            return new Reading.Several();
        }
        return isProse(plain) ? new Reading.Unreadable("not a number") : new Reading.Symbolic();
    }

    /** Whether a word occurs that is neither a LaTeX command nor a function, or nothing that could have a value does. */
    private static boolean isProse(String text) {
        boolean value = false;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            boolean command = at > 0 && text.charAt(at - 1) == '\\';
            if (end - at > 1 && !command && !FUNCTIONS.contains(text.substring(at, end))) {
                return true;
            }
            value |= end > at || Character.isDigit(text.charAt(at));
            at = Math.max(end, at + 1);
        }
        return !value;
    }
}
