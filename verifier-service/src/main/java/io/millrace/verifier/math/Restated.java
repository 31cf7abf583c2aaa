package io.millrace.verifier.math;

/** Whether a problem names an answer: then a text that ends with it may only restate the problem. */
final class Restated {

    private Restated() {}

    static boolean in(String problem, String answer) {
        String text = problem.replace(",", "");
        String digits = answer.replaceAll("[^0-9./]", "");
        if (digits.isEmpty()) {
            return problem.contains(answer);
        }
        for (int at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
            int end = at + digits.length();
            boolean partBefore = at > 0 && Character.isDigit(text.charAt(at - 1));
            boolean partAfter = end < text.length() && Character.isDigit(text.charAt(end));
            if (!partBefore && !partAfter) {
                return true;
            }
        }
        return false;
    }
}
