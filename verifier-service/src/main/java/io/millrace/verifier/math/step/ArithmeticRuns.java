package io.millrace.verifier.math.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the calculations in prose: "so she pays 12 * 3 = 36 dollars" has the run "12 * 3 = 36". */
final class ArithmeticRuns {

    private static final String SIGNS = "0123456789 +-−*/×÷·().,=$%";
    private static final String OPERATORS = "+*/×÷·=)%";
    private static final String CALCULATING = "+-−*/×÷·";
    /** After these words the first number of a run is only part of what is meant. */
    private static final Set<String> OPERATIONS =
            Set.of("of", "times", "plus", "minus", "by", "over", "than", "half", "twice", "from");

    private final String text;
    private final List<String> runs = new ArrayList<>();

    private ArithmeticRuns(String text) {
        this.text = text;
    }

    static List<String> in(String text) {
        var runs = new ArithmeticRuns(text);
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && runs.arithmetic(end)) {
                end++;
            }
            if (end > at) {
                runs.add(at, end);
            }
            at = Math.max(end, at + 1);
        }
        return runs.runs;
    }

    private boolean arithmetic(int at) {
        return SIGNS.indexOf(text.charAt(at)) >= 0 || (text.charAt(at) == 'x' && multiplies(at));
    }

    /** Whether an x stands between two numbers. */
    private boolean multiplies(int at) {
        int before = at - 1;
        int after = at + 1;
        before -= before >= 0 && text.charAt(before) == ' ' ? 1 : 0;
        after += after < text.length() && text.charAt(after) == ' ' ? 1 : 0;
        return before >= 0
                && after < text.length()
                && "0123456789)%".indexOf(text.charAt(before)) >= 0
                && "0123456789($".indexOf(text.charAt(after)) >= 0;
    }

    private void add(int start, int end) {
        String run = text.substring(start, end);
        int equals = run.indexOf('=');
        if (equals < 0) {
            return;
        }
        int sentence = Math.max(run.lastIndexOf(", ", equals), run.lastIndexOf(". ", equals));
        String claim = run.substring(sentence < 0 ? 0 : sentence + 2);
        boolean cutBefore = sentence < 0 && continues(start, claim.strip());
        boolean cutAfter =
                end < text.length() && !run.endsWith(" ") && !"\n\"'*]:;!?,<>".contains(text.substring(end, end + 1));
        String calculation = claim.strip().replace('x', '*').replace("$", "");
        int first = calculation.indexOf('=');
        int last = calculation.lastIndexOf('=');
        if (cutBefore) {
            calculation = first == last ? "" : calculation.substring(first + 1);
        }
        if (cutAfter) {
            calculation = first == last ? "" : calculation.substring(0, calculation.lastIndexOf('='));
        }
        if (calculates(calculation)) {
            runs.add(withoutStop(calculation));
        }
    }

    /** Whether the run goes on with something that stands before it and is not arithmetic. */
    private boolean continues(int start, String run) {
        if (run.isEmpty() || (OPERATORS.indexOf(run.charAt(0)) >= 0 && run.charAt(0) != '=')) {
            return true;
        }
        if (start > 0 && text.charAt(start) != ' ' && Character.isLetterOrDigit(text.charAt(start - 1))) {
            return true;
        }
        if ("-−".indexOf(run.charAt(0)) >= 0 && run.startsWith(" ", 1)) {
            return true;
        }
        int from = start;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return OPERATIONS.contains(text.substring(from, start).toLowerCase(Locale.ROOT));
    }

    private static boolean calculates(String run) {
        int equals = run.indexOf('=');
        return equals > 0
                && run.substring(0, run.lastIndexOf('='))
                        .chars()
                        .skip(1)
                        .anyMatch(sign -> CALCULATING.indexOf(sign) >= 0);
    }

    private static String withoutStop(String run) {
        int end = run.length();
        while (end > 0 && ".,+-*/( ".indexOf(run.charAt(end - 1)) >= 0) {
            end--;
        }
        return run.substring(0, end);
    }
}
