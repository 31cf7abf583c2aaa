package io.millrace.verifier.math.latex;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** Gives the many ways to write one sign a single form, and peels off what surrounds an expression without being part of it. */
public final class Spelling {

    private static final Map<Character, String> SIGNS = Map.ofEntries(
            entry('\u2212', "-"),
            entry('\u2013', "-"),
            entry('\u2014', "-"),
            entry('\u00d7', "\\times "),
            entry('\u00f7', "\\div "),
            entry('\u00b7', "\\cdot "),
            entry('\u22c5', "\\cdot "),
            entry('\u03c0', "\\pi "),
            entry('\u221a', "\\sqrt "),
            entry('\u221e', "\\infty "),
            entry('\u2264', "\\le "),
            entry('\u2265', "\\ge "),
            entry('\u2260', "\\ne "),
            entry('\u2248', "\\approx "),
            entry('\u00b1', "\\pm "),
            entry('\u2213', "\\mp "),
            entry('\u222a', "\\cup "),
            entry('\u2229', "\\cap "),
            entry('\u2208', "\\in "),
            entry('\u2205', "\\emptyset "),
            entry('\u211d', "\\mathbb{R}"),
            entry('\u00b0', "\\circ "),
            entry('\u03b1', "\\alpha "),
            entry('\u03b2', "\\beta "),
            entry('\u03b8', "\\theta "),
            entry('\u03bb', "\\lambda "),
            entry('\u03bc', "\\mu "),
            entry('\u03c3', "\\sigma "),
            entry('\u03c6', "\\phi "),
            entry('\u03c9', "\\omega "),
            entry('\u00bd', "\\frac12 "),
            entry('\u00bc', "\\frac14 "),
            entry('\u00be', "\\frac34 "),
            entry('\u00a0', " "),
            entry('\u2009', " "),
            entry('\u202f', " "),
            entry('\n', " "),
            entry('\r', " "),
            entry('\t', " "),
            entry('\u201c', "\""),
            entry('\u201d', "\""),
            entry('\uff0c', ","),
            entry('\uff08', "("),
            entry('\uff09', ")"));

    private static final List<String[]> WRAPPINGS = List.of(
            new String[] {"$$", "$$"},
            new String[] {"$", "$"},
            new String[] {"\\(", "\\)"},
            new String[] {"\\[", "\\]"},
            new String[] {"**", "**"},
            new String[] {"`", "`"},
            new String[] {"\"", "\""},
            new String[] {"\\\"", "\\\""});

    private Spelling() {}

    public static String plain(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            char sign = written.charAt(at);
            String form = SIGNS.get(sign);
            if (form == null) {
                plain.append(sign);
            } else {
                plain.append(form);
            }
        }
        return unwrapped(plain.toString().replace("{.}", ".").replace("{:}", ":"));
    }

    /** Peels until nothing is left to peel. */
    private static String unwrapped(String text) {
        String inner = text.strip();
        String before;
        do {
            before = inner;
            inner = withoutEnd(inner);
            for (String[] wrapping : WRAPPINGS) {
                inner = within(inner, wrapping[0], wrapping[1]);
            }
        } while (!inner.equals(before));
        return inner;
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        boolean lone = text.chars().filter(sign -> sign == '$').count() % 2 == 1;
        while (end > 0 && (lone ? ".,;\\ $" : ".,;\\ ").indexOf(text.charAt(end - 1)) >= 0) {
            lone &= text.charAt(--end) != '$';
        }
        return text.substring(0, end);
    }

    private static String within(String text, String open, String close) {
        boolean wrapped = text.length() >= open.length() + close.length()
                && text.startsWith(open)
                && text.indexOf(close, open.length()) == text.length() - close.length();
        return wrapped
                ? text.substring(open.length(), text.length() - close.length()).strip()
                : text;
    }
}
