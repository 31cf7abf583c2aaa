package io.millrace.verifier.math.latex;

import io.millrace.verifier.math.latex.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cuts a text into tokens in one pass, and drops what only shapes the layout. */
final class Lexer {

    private static final String CURRENCIES = "€£¥₹¢";
    private static final String OPENING = "([";
    private static final String CLOSING = ")]";
    /** A run of letters this long is a word, not a product. */
    private static final int WORD_LENGTH = 4;

    private final String text;
    private final Commas commas;
    private final Units units;
    private final boolean rows;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private boolean spaced;

    private Lexer(String text, Commas commas, Units units) {
        this.text = text;
        this.commas = commas;
        this.units = units;
        this.rows = text.contains("\\begin");
    }

    static List<Token> tokens(String text, Commas commas, Units units) throws SyntaxException {
        var lexer = new Lexer(text, commas, units);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() throws SyntaxException {
        char sign = text.charAt(at);
        if (sign == ' ' || sign == '~' || sign == '$') {
            at++;
            spaced = true;
        } else if (sign == '\\') {
            backslash();
        } else if (Numeral.startsAt(text, at)) {
            boolean amongOthers = depth > 0 || rows;
            number(amongOthers || scripted());
        } else if (isLetter(sign)) {
            letters();
        } else {
            sign(sign);
        }
    }

    private void sign(char sign) throws SyntaxException {
        at++;
        depth += OPENING.indexOf(sign) >= 0 ? 1 : 0;
        depth -= CLOSING.indexOf(sign) >= 0 ? 1 : 0;
        if (CURRENCIES.indexOf(sign) >= 0) {
            add(Kind.UNIT, units.firstSpelling(String.valueOf(sign)).orElse(String.valueOf(sign)));
        } else if (sign == '²' || sign == '³') {
            add(Kind.SIGN, "^");
            add(Kind.NUMBER, sign == '²' ? "2" : "3");
        } else if (sign == '*' && text.startsWith("*", at)) {
            at++;
            add(Kind.SIGN, "^");
        } else if (text.startsWith("=", at) && "<>!=".indexOf(sign) >= 0) {
            at++;
            compound(sign);
        } else if (sign > '~' || sign < ' ') {
            throw new SyntaxException("an unknown sign");
        } else {
            add(Kind.SIGN, String.valueOf(sign));
        }
    }

    private void compound(char sign) {
        switch (sign) {
            case '<' -> add(Kind.COMMAND, "le");
            case '>' -> add(Kind.COMMAND, "ge");
            case '!' -> add(Kind.COMMAND, "ne");
            default -> add(Kind.SIGN, "=");
        }
    }

    private void number(boolean separate) throws SyntaxException {
        var numeral = new Numeral(text, separate ? Commas.SEPARATE : commas);
        at = numeral.read(at);
        boolean power = (text.startsWith("e", at) || text.startsWith("E", at)) && Numeral.startsAt(text, at + 1);
        if (power) {
            throw new SyntaxException("a number beyond the bounds");
        }
        add(Kind.NUMBER, numeral.digits());
    }

    /** Whether an exponent or subscript comes, of which a blank is the end. */
    private boolean scripted() {
        return !tokens.isEmpty()
                && (tokens.getLast().is(Kind.SIGN, "_") || tokens.getLast().is(Kind.SIGN, "^"));
    }

    private void letters() {
        int start = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && "²³".indexOf(text.charAt(at)) >= 0 && units.listed(text.substring(start, at + 1))) {
            at++;
        }
        word(text.substring(start, at));
    }

    private void word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if ((Vocabulary.FUNCTIONS.containsKey(word) && !unitHere(word)) || Vocabulary.PLAIN.contains(word)) {
            add(Kind.COMMAND, word);
        } else if (Vocabulary.PLAIN_ALIASES.containsKey(lower)) {
            add(Kind.COMMAND, Vocabulary.PLAIN_ALIASES.get(lower));
        } else if (unitHere(word)) {
            add(Kind.UNIT, units.firstSpelling(word).orElse(word));
        } else if (word.length() >= WORD_LENGTH) {
            words(word);
        } else {
            word.chars().forEach(letter -> add(Kind.LETTER, Character.toString(letter)));
        }
    }

    /** One letter is rather a variable, unless a unit stands before it. */
    private boolean unitHere(String word) {
        if (tokens.isEmpty() || !units.listed(word)) {
            return false;
        }
        Token last = tokens.getLast();
        boolean afterUnit = tokens.size() > 1
                && last.is(Kind.SIGN, "/")
                && tokens.get(tokens.size() - 2).kind() == Kind.UNIT;
        boolean afterValue = last.kind() == Kind.NUMBER
                || last.kind() == Kind.UNIT
                || (last.kind() == Kind.SIGN && ")]}".contains(last.text()));
        return afterUnit || (afterValue && (word.length() > 1 || (spaced && units.expected(word))));
    }

    private void words(String words) {
        boolean beside = !tokens.isEmpty() && tokens.getLast().kind() != Kind.WORDS;
        var first = beside ? units.firstSpelling(words) : Optional.<String>empty();
        add(first.isPresent() ? Kind.UNIT : Kind.WORDS, first.orElse(words));
    }

    private void backslash() throws SyntaxException {
        if (at + 1 == text.length()) {
            at++;
            return;
        }
        char next = text.charAt(at + 1);
        if (isLetter(next)) {
            command();
            return;
        }
        at += 2;
        switch (next) {
            case '\\' -> rowBreak();
            case '{' -> {
                depth++;
                add(Kind.SIGN, "\\{");
            }
            case '}' -> {
                depth--;
                add(Kind.SIGN, "\\}");
            }
            case '%' -> add(Kind.COMMAND, "%");
            case '$' -> add(Kind.UNIT, units.firstSpelling("$").orElse("$"));
            case '|' -> add(Kind.SIGN, "|");
            case '!' -> {}
            default -> spaced = true;
        }
    }

    /** Outside of a matrix a doubled backslash is one that was escaped. */
    private void rowBreak() {
        if (rows) {
            add(Kind.SIGN, "\\\\");
        } else {
            at -= at < text.length() && (isLetter(text.charAt(at)) || "{}%$".indexOf(text.charAt(at)) >= 0) ? 1 : 0;
            spaced = true;
        }
    }

    private void command() throws SyntaxException {
        int start = ++at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        name = Vocabulary.ALIASES.getOrDefault(name, name);
        switch (name) {
            case "left", "right", "middle", "mleft", "mright" -> delimiter(name.endsWith("left"));
            case "begin" -> add(Kind.BEGIN, group().replace("*", ""));
            case "end" -> add(Kind.END, group().replace("*", ""));
            case "lbrace" -> add(Kind.SIGN, "\\{");
            case "rbrace" -> add(Kind.SIGN, "\\}");
            case "vert", "mid" -> add(Kind.SIGN, "|");
            case "[", "]" -> add(Kind.SIGN, name);
            default -> {
                if (Vocabulary.TEXT.contains(name)) {
                    content(group());
                } else if (name.startsWith("quad")) {
                    // A blank was left out: \quadx.
                    at = start + "quad".length();
                    spaced = true;
                } else if (!Vocabulary.LAYOUT.contains(name)) {
                    add(Kind.COMMAND, name);
                }
            }
        }
    }

    /** What follows \left or \right: a bar shows which side it is on, a full stop stands for nothing. */
    private void delimiter(boolean left) {
        while (text.startsWith(" ", at)) {
            at++;
        }
        if (text.startsWith(".", at)) {
            at++;
        } else if (text.startsWith("|", at)) {
            at++;
            add(Kind.COMMAND, left ? "lvert" : "rvert");
        }
    }

    /** What a text command holds: mathematics where it has digits or is one letter, otherwise words. */
    private void content(String content) throws SyntaxException {
        String words = content.strip();
        String lower = words.toLowerCase(Locale.ROOT);
        boolean letter = words.length() == 1 && (tokens.isEmpty() || !units.listed(words));
        if (letter || words.chars().anyMatch(Character::isDigit) || words.startsWith("(")) {
            for (Token token : tokens(words, commas, units)) {
                tokens.add(token);
            }
        } else if (words.length() > 1 && (lower.equals("and") || lower.equals("or"))) {
            add(Kind.COMMAND, lower);
        } else {
            spaced |= content.startsWith(" ");
            for (String word : words.split(" ", -1)) {
                textWord(word);
            }
        }
    }

    private void textWord(String word) {
        if (word.isEmpty() || word.equals(",")) {
            return;
        }
        if (!tokens.isEmpty() && units.listed(word)) {
            add(Kind.UNIT, units.firstSpelling(word).orElse(word));
        } else if (Vocabulary.FUNCTIONS.containsKey(word) || Vocabulary.PLAIN_ALIASES.containsKey(word)) {
            word(word);
        } else {
            words(word);
        }
    }

    /** The raw text in the braces that follow. */
    private String group() throws SyntaxException {
        while (text.startsWith(" ", at)) {
            at++;
        }
        if (!text.startsWith("{", at)) {
            return "";
        }
        int start = ++at;
        int open = 1;
        while (at < text.length()) {
            char sign = text.charAt(at++);
            open += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (open == 0) {
                return text.substring(start, at - 1);
            }
        }
        throw new SyntaxException("a brace is not closed");
    }

    private void add(Kind kind, String content) {
        tokens.add(new Token(kind, content, spaced));
        spaced = false;
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }
}
