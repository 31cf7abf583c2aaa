package io.millrace.verifier.constraint;

import io.millrace.verifier.markdown.Fences;

/** Counts what a text is laid out in: paragraphs, bullets, headings, placeholders. */
final class Layout {

    private static final String BULLETS = "-*+•";
    private static final int MAX_PLACEHOLDER = 100;

    private Layout() {}

    /** Runs of lines between blank lines that have a letter or a digit. */
    static Count paragraphs(String text) {
        int count = 0;
        boolean inside = false;
        for (String line : text.split("\\R", -1)) {
            boolean says = line.codePoints().anyMatch(Character::isLetterOrDigit);
            count += says && !inside ? 1 : 0;
            inside = !line.isBlank() && (inside || says);
        }
        return Count.exactly(count);
    }

    static Count bullets(String text) {
        return Count.exactly(Fences.of(text)
                .prose()
                .lines()
                .map(String::strip)
                .filter(Layout::bullet)
                .count());
    }

    private static boolean bullet(String line) {
        return line.length() > 2
                && BULLETS.indexOf(line.charAt(0)) >= 0
                && line.charAt(1) == ' '
                && line.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static Count headings(String text) {
        return Count.exactly(
                Fences.of(text).prose().lines().filter(Layout::heading).count());
    }

    private static boolean heading(String line) {
        int marks = 0;
        while (marks < line.length() && line.charAt(marks) == '#') {
            marks++;
        }
        return marks >= 1
                && marks <= 6
                && line.startsWith(" ", marks)
                && !line.substring(marks).isBlank();
    }

    /** Texts in square brackets that are neither links nor boxes to tick. */
    static Count placeholders(String text) {
        int count = 0;
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                open = i;
            } else if (c == '\n') {
                open = -1;
            } else if (c == ']' && open >= 0) {
                count += placeholder(text, open + 1, i) ? 1 : 0;
                open = -1;
            }
        }
        return Count.exactly(count);
    }

    private static boolean placeholder(String text, int start, int end) {
        String name = text.substring(start, end).strip();
        return !text.startsWith("(", end + 1)
                && name.length() > 1
                && name.length() <= MAX_PLACEHOLDER
                && name.codePoints().anyMatch(Character::isLetter);
    }
}
