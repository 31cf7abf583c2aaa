package io.millrace.verifier.math.latex;

import io.millrace.verifier.math.latex.Expression.Application;
import io.millrace.verifier.math.latex.Expression.Bracketed;
import io.millrace.verifier.math.latex.Expression.Call;
import io.millrace.verifier.math.latex.Expression.Constant;
import io.millrace.verifier.math.latex.Expression.Listing;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Negation;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Quantity;
import io.millrace.verifier.math.latex.Expression.SetBuilder;
import io.millrace.verifier.math.latex.Expression.SetOf;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Expression.Text;
import io.millrace.verifier.math.latex.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what cannot be taken apart by an operator: numbers, names, and all that has brackets around it. */
final class Factors {

    /** Commands after which no factor can start. */
    private static final Set<String> OPERATORS = Set.of(
            "cdot",
            "times",
            "div",
            "pm",
            "mp",
            "cup",
            "over",
            "choose",
            "cap",
            "setminus",
            "and",
            "or",
            "circ",
            "%",
            "rvert",
            "rfloor",
            "rceil",
            "rangle",
            "prime");

    private static final Set<String> FUNCTION_NAMES = Set.of("f", "g", "h", "F", "G", "H");

    private final Cursor cursor;
    private final Parser parser;
    private final Terms terms;
    private final Functions functions;
    private int bars;
    private int sets;

    Factors(Cursor cursor, Parser parser, Terms terms) {
        this.cursor = cursor;
        this.parser = parser;
        this.terms = terms;
        this.functions = new Functions(cursor, parser, terms, this);
    }

    boolean inSet() {
        return sets > 0;
    }

    /** Whether the next token begins a factor, so that a product goes on without a sign. */
    boolean startHere() {
        Token token = cursor.current();
        return !cursor.ended()
                && switch (token.kind()) {
                    case NUMBER, LETTER, WORDS, BEGIN -> true;
                    case SIGN ->
                        Set.of("(", "[", "{", "\\{").contains(token.text())
                                || (token.text().equals("|") && bars + sets == 0);
                    case COMMAND -> !OPERATORS.contains(token.text()) && !Vocabulary.RELATORS.containsKey(token.text());
                    case UNIT, END -> false;
                };
    }

    Expression factor() throws SyntaxException {
        cursor.enter();
        Token token = cursor.take();
        Expression factor = switch (token.kind()) {
            case NUMBER -> number(token.text());
            case LETTER -> letter(token.text());
            case WORDS -> words(token.text());
            case UNIT -> new Quantity(terms.factor(), token.text());
            case SIGN -> bracketed(token.text());
            case COMMAND -> functions.command(token.text());
            case BEGIN -> functions.environment(token.text());
            case END -> throw new SyntaxException("an environment ends that was not begun");
        };
        cursor.leave(1);
        return factor;
    }

    private Expression words(String first) throws SyntaxException {
        StringBuilder words = new StringBuilder(first);
        while (cursor.sees(Kind.WORDS)) {
            words.append(' ').append(cursor.take().text());
        }
        return new Text(words.toString());
    }

    private static Expression number(String digits) {
        int repeating = digits.indexOf('(');
        if (repeating < 0) {
            return new Literal(new BigDecimal(digits));
        }
        String repeated = digits.substring(repeating + 1, digits.length() - 1);
        var once = new BigDecimal(
                digits.substring(0, repeating).replaceFirst("^\\.", "0.").replaceFirst("\\.$", ""));
        int scale = once.scale();
        // 1.2(34) is (1234 - 12) / 990.
        var extended = new BigDecimal(once.unscaledValue() + repeated);
        var nines = new BigDecimal("9".repeat(repeated.length()) + "0".repeat(scale));
        return new Operation(
                Operator.DIVIDED_BY,
                new Literal(extended.subtract(new BigDecimal(once.unscaledValue()))),
                new Literal(nines));
    }

    private Expression letter(String letter) throws SyntaxException {
        boolean applied = FUNCTION_NAMES.contains(letter) && (cursor.sees("(") || inverted() || cursor.sees("'"));
        if (applied) {
            return application(letter);
        }
        return switch (letter) {
            case "e" -> Constant.EULER;
            case "i" -> Constant.IMAGINARY;
            default -> new Symbol(letter);
        };
    }

    /** f^{-1}( */
    private boolean inverted() {
        return cursor.sees("^")
                && cursor.ahead(1).is(Kind.SIGN, "{")
                && cursor.ahead(2).is(Kind.SIGN, "-")
                && cursor.ahead(3).is(Kind.NUMBER, "1")
                && cursor.ahead(5).is(Kind.SIGN, "(");
    }

    private Expression application(String letter) throws SyntaxException {
        StringBuilder name = new StringBuilder(letter);
        while (!cursor.sees("(") && (cursor.sees("'") || inverted())) {
            if (cursor.accept("'")) {
                name.append('\'');
            } else {
                cursor.take();
                name.append(rawArgument());
            }
        }
        return cursor.sees("(") ? new Application(name.toString(), arguments()) : new Symbol(name.toString());
    }

    /** What stands in the round brackets that follow. */
    List<Expression> arguments() throws SyntaxException {
        cursor.expect("(");
        Expression inner = parser.listing();
        cursor.expect(")");
        return inner instanceof Listing listing ? listing.parts() : List.of(inner);
    }

    private Expression bracketed(String sign) throws SyntaxException {
        return switch (sign) {
            case "(", "[" -> round(sign.charAt(0));
            case "{" -> braces();
            case "\\{" -> set();
            case "|" -> absolute();
            default -> throw new SyntaxException("unexpected " + sign);
        };
    }

    private Expression round(char open) throws SyntaxException {
        int outerSets = sets;
        int outerBars = bars;
        sets = 0;
        bars = 0;
        Expression inner = parser.listing();
        sets = outerSets;
        bars = outerBars;
        char close = cursor.take().text().charAt(0);
        if (close != ')' && close != ']') {
            throw new SyntaxException("a bracket is not closed");
        }
        if (inner instanceof Listing listing) {
            return new Bracketed(open, listing.parts(), close);
        }
        if ((open == '(') != (close == ')')) {
            throw new SyntaxException("brackets that do not match");
        }
        return inner;
    }

    /** Braces without backslashes only hold together. */
    private Expression braces() throws SyntaxException {
        if (cursor.accept("}")) {
            return terms.factor();
        }
        return group();
    }

    /** What is left up to the closing brace; in plain TeX a fraction stands in braces of its own. */
    private Expression group() throws SyntaxException {
        Expression inner = parser.listing();
        if (cursor.acceptCommand("over")) {
            inner = new Operation(Operator.DIVIDED_BY, inner, parser.listing());
        } else if (cursor.acceptCommand("choose")) {
            inner = new Call(Function.BINOMIAL, List.of(inner, parser.listing()));
        }
        cursor.expect("}");
        return inner;
    }

    private Expression set() throws SyntaxException {
        if (cursor.accept("\\}")) {
            return new SetOf(List.of());
        }
        sets++;
        Expression first = parser.relation();
        if (cursor.accept("|") || cursor.accept(":")) {
            sets--;
            Expression condition = parser.listing();
            cursor.expect("\\}");
            return new SetBuilder(first, condition);
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (cursor.accept(",") || cursor.accept(";") || cursor.acceptCommand("and")) {
            items.add(parser.relation());
        }
        sets--;
        cursor.expect("\\}");
        return new SetOf(items);
    }

    private Expression absolute() throws SyntaxException {
        bars++;
        Expression inner = parser.relation();
        bars--;
        cursor.expect("|");
        return new Call(Function.ABS, List.of(inner));
    }

    /**
     * What a command or an exponent applies to: a group in braces, or what comes next.
     *
     * @param whole whether all digits of a number belong to it, instead of the first alone
     */
    Expression argument(boolean whole) throws SyntaxException {
        if (cursor.accept("{")) {
            return cursor.accept("}") ? new Text("") : group();
        }
        if (cursor.accept("-")) {
            return new Negation(argument(whole));
        }
        Token token = cursor.current();
        if (!whole && token.kind() == Kind.NUMBER && token.text().matches("\\d\\d+")) {
            cursor.replace(new Token(Kind.NUMBER, token.text().substring(1), false));
            return number(token.text().substring(0, 1));
        }
        return factor();
    }

    /** The same as it is written, for names. */
    String rawArgument() throws SyntaxException {
        if (!cursor.accept("{")) {
            return cursor.take().text();
        }
        StringBuilder raw = new StringBuilder();
        int open = 1;
        while (true) {
            Token token = cursor.take();
            open += token.is(Kind.SIGN, "{") ? 1 : token.is(Kind.SIGN, "}") ? -1 : 0;
            if (open == 0) {
                return raw.toString();
            }
            raw.append(token.text());
        }
    }

    /** The name of what a subscript or prime is put to. */
    String name(Expression named) throws SyntaxException {
        return switch (named) {
            case Symbol symbol -> symbol.name();
            case Text text -> text.words();
            case Constant constant ->
                constant == Constant.EULER ? "e" : constant == Constant.IMAGINARY ? "i" : constant.name();
            default -> throw new SyntaxException("a subscript or prime to something without a name");
        };
    }
}
