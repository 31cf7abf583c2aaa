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

    private static final int MAX_TEXTS = 10;

    private final String text;
    private final Commas commas;
    private final Units units;
    private final boolean rows;
    /** In how many text commands this text stands. */
    private final int texts;

    /** Whether one letter may be a unit: in a text command that holds no sum and no relation. */
    private final boolean measure;

    private final List<Token> tokens;
    private int at;
    private int depth;
    private boolean spaced;

    private Lexer(String text, Commas commas, Units units, int texts, List<Token> tokens) {
        this.text = text;
        this.commas = commas;
        this.units = units;
        this.rows = text.contains("\\begin");
        this.texts = texts;
        this.measure = texts > 0 && text.chars().noneMatch(sign -> "+-*=<>".indexOf(sign) >= 0);
        this.tokens = tokens;
    }

    static List<Token> tokens(String text, Commas commas, Units units) throws SyntaxException {
        return new Lexer(text, commas, units, 0, new ArrayList<>()).all();
    }

    private List<Token> all() throws SyntaxException {
        if (texts > MAX_TEXTS) {
            throw new SyntaxException("texts nested more than " + MAX_TEXTS + " deep");
        }
        while (at < text.length()) {
            next();
        }
        return tokens;
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
            currency(String.valueOf(sign));
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

    private void currency(String sign) {
        add(Kind.UNIT, units.firstSpelling(sign).orElse(sign));
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

    private boolean unitHere(String word) {
        return units.standsBehind(tokens, word, measure, spaced);
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
            case '$' -> currency("$");
            case '|' -> add(Kind.SIGN, "|");
            case '!' -> {}
            default -> spaced = true;
        }
    }

    /** Outside of a matrix a doubled backslash is one that was escaped. */
    private void rowBreak() {
        if (rows) {
            add(Kind.SIGN, "\\\\");
            at = Ends.ofRowSpace(text, at);
        } else {
            at -= at < text.length() && (isLetter(text.charAt(at)) || "{}%$".indexOf(text.charAt(at)) >= 0) ? 1 : 0;
            spaced = true;
        }
    }

    /** Strikes out the relation that follows. */
    private void not() {
        at = Ends.ofBlanks(text, at);
        boolean equal = text.startsWith("=", at);
        at += equal ? 1 : 0;
        add(Kind.COMMAND, equal ? "ne" : "not");
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
            case "not" -> not();
            case "cr" -> rowBreak();
            case "\\{", "\\}", "|", "[", "]", ":" -> add(Kind.SIGN, name);
            case "$", "£", "€" -> currency(name);
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
        at = Ends.ofBlanks(text, at);
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
        boolean sign = words.startsWith("\\") || words.startsWith("%") || words.indexOf('/') > 0;
        if (letter || sign || words.chars().anyMatch(Character::isDigit) || words.startsWith("(")) {
            new Lexer(words, commas, units, texts + 1, tokens).all();
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
        int brace = Ends.ofBlanks(text, at);
        if (!text.startsWith("{", brace)) {
            return "";
        }
        at = Ends.ofGroup(text, brace) + 1;
        return text.substring(brace + 1, at - 1);
    }

    private void add(Kind kind, String content) {
        tokens.add(new Token(kind, content, spaced));
        spaced = false;
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }
}
