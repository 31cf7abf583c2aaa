package io.millrace.verifier.answer;

/** Control characters that no text holds, but that become of LaTeX commands where a backslash was taken for an escape. */
public final class Escapes {

    private static final String CONTROLS = "\f\b\u0007\u000b";
    private static final String LETTERS = "fbav";

    private Escapes() {}

    /** The text with the commands as they were written; one backslash is enough, whatever is left of the escape. */
    public static String restored(String text) {
        if (text.chars().noneMatch(sign -> CONTROLS.indexOf(sign) >= 0)) {
            return text;
        }
        StringBuilder restored = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            int control = CONTROLS.indexOf(text.charAt(at));
            if (control < 0) {
                restored.append(text.charAt(at));
            } else {
                boolean begun = at > 0 && text.charAt(at - 1) == '\\';
                restored.append(begun ? "" : "\\").append(LETTERS.charAt(control));
            }
        }
        return restored.toString();
    }
}
