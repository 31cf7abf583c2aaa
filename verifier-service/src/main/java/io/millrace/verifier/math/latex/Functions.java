package io.millrace.verifier.math.latex;

import io.millrace.verifier.math.latex.Expression.Application;
import io.millrace.verifier.math.latex.Expression.Bracketed;
import io.millrace.verifier.math.latex.Expression.Call;
import io.millrace.verifier.math.latex.Expression.Constant;
import io.millrace.verifier.math.latex.Expression.Listing;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Matrix;
import io.millrace.verifier.math.latex.Expression.Negation;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Relation;
import io.millrace.verifier.math.latex.Expression.Root;
import io.millrace.verifier.math.latex.Expression.SetOf;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what commands stand for: fractions, roots, functions, operators with bounds, matrices. */
final class Functions {

    private static final Literal ONE = Literal.of(1);
    private static final Literal TWO = Literal.of(2);

    private final Cursor cursor;
    private final Parser parser;
    private final Terms terms;
    private final Factors factors;

    Functions(Cursor cursor, Parser parser, Terms terms, Factors factors) {
        this.cursor = cursor;
        this.parser = parser;
        this.terms = terms;
        this.factors = factors;
    }

    Expression command(String name) throws SyntaxException {
        return switch (name) {
            case "frac" -> new Operation(Operator.DIVIDED_BY, factors.argument(false), factors.argument(false));
            case "binom" -> new Call(Function.BINOMIAL, List.of(factors.argument(false), factors.argument(false)));
            case "sqrt" -> root();
            case "pi" -> Constant.PI;
            case "infty" -> Constant.INFINITY;
            case "i" -> Constant.IMAGINARY;
            case "emptyset" -> new SetOf(List.of());
            case "boxed", "fbox", "ensuremath" -> factors.argument(true);
            case "lvert" -> enclosed("rvert", Function.ABS);
            case "lfloor" -> enclosed("rfloor", Function.FLOOR);
            case "lceil" -> enclosed("rceil", Function.CEILING);
            case "langle" -> angle();
            default -> named(name);
        };
    }

    private Expression named(String name) throws SyntaxException {
        Function function = Vocabulary.FUNCTIONS.get(name);
        if (function != null) {
            return function(name, function);
        }
        if (Vocabulary.DECORATIONS.contains(name)) {
            return new Symbol(name + "(" + factors.rawArgument() + ")");
        }
        if (Vocabulary.BIG.contains(name)) {
            return big(name);
        }
        if (cursor.sees("{") && !cursor.current().spaced()) {
            throw new SyntaxException("an unknown command with an argument: " + name);
        }
        return new Symbol(name);
    }

    private Expression root() throws SyntaxException {
        Expression index = TWO;
        if (cursor.accept("[")) {
            index = parser.listing();
            cursor.expect("]");
        }
        return new Root(index, factors.argument(true));
    }

    private Expression enclosed(String close, Function function) throws SyntaxException {
        Expression inner = parser.relation();
        if (!cursor.acceptCommand(close)) {
            throw new SyntaxException("expected " + close);
        }
        return new Call(function, List.of(inner));
    }

    private Expression angle() throws SyntaxException {
        Expression inner = parser.listing();
        if (!cursor.acceptCommand("rangle")) {
            throw new SyntaxException("expected rangle");
        }
        return inner instanceof Listing listing ? new Bracketed('(', listing.parts(), ')') : inner;
    }

    private Expression function(String name, Function function) throws SyntaxException {
        Expression power = null;
        Expression base = null;
        while (cursor.sees("^") || cursor.sees("_")) {
            if (cursor.take().text().equals("^")) {
                power = factors.argument(true);
            } else {
                base = factors.argument(true);
            }
        }
        boolean inverse = new Negation(ONE).equals(power);
        Function called = inverse ? inverse(function) : function;
        Expression call = switch (function) {
            case GCD, LCM, MAX, MIN -> new Call(function, factors.arguments());
            case LOG -> logarithm(name, base);
            default -> new Call(called, List.of(operand()));
        };
        return power == null || called != function ? call : new Operation(Operator.TO_THE_POWER, call, power);
    }

    private Expression logarithm(String name, @Nullable Expression base) throws SyntaxException {
        Expression written = name.equals("lg") ? Literal.of(10) : base;
        return written == null
                ? new Call(Function.LOG, List.of(operand()))
                : new Call(Function.LOG_TO_BASE, List.of(written, operand()));
    }

    private static Function inverse(Function function) {
        return switch (function) {
            case SIN -> Function.ARCSIN;
            case COS -> Function.ARCCOS;
            case TAN -> Function.ARCTAN;
            default -> function;
        };
    }

    /** What a function is applied to: a bracket, or the factors up to the next function, sign or bracket. */
    private Expression operand() throws SyntaxException {
        if (cursor.sees("(")
                || cursor.sees("[")
                || cursor.sees("{")
                || cursor.seesCommand("lvert")
                || cursor.sees("|")) {
            return factors.factor();
        }
        if (cursor.accept("-")) {
            return new Negation(operand());
        }
        Token first = cursor.current();
        Expression operand = terms.factor();
        if (isFunction(first)) {
            return operand;
        }
        while (factors.startHere() && !isFunction(cursor.current()) && !cursor.sees("(") && !cursor.sees("[")) {
            operand = new Operation(Operator.TIMES, operand, terms.factor());
        }
        return operand;
    }

    private static boolean isFunction(Token token) {
        return token.kind() == Kind.COMMAND && Vocabulary.FUNCTIONS.containsKey(token.text());
    }

    private Expression big(String name) throws SyntaxException {
        List<Expression> parts = new ArrayList<>();
        while (cursor.sees("^") || cursor.sees("_")) {
            cursor.take();
            Expression bound = factors.argument(true);
            if (bound instanceof Relation relation) {
                parts.addAll(relation.parts());
            } else {
                parts.add(bound);
            }
        }
        parts.add(terms.product());
        return new Application(name, parts);
    }

    Expression environment(String name) throws SyntaxException {
        if (name.equals("array") && cursor.sees("{")) {
            factors.rawArgument();
        }
        boolean cases = name.equals("cases");
        boolean determinant = name.equals("vmatrix") || name.equals("Vmatrix");
        if (determinant || (!cases && !name.equals("array") && !name.endsWith("matrix"))) {
            throw new SyntaxException("an unknown environment");
        }
        List<List<Expression>> rows = rows(cases);
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new SyntaxException("rows of different widths");
        }
        List<Expression> cells = rows.stream().flatMap(List::stream).toList();
        if (cases && width == 1) {
            return cells.size() == 1 ? cells.getFirst() : new Listing(Joint.AND, cells);
        }
        return new Matrix(width, cells);
    }

    private List<List<Expression>> rows(boolean cases) throws SyntaxException {
        List<List<Expression>> rows = new ArrayList<>();
        List<Expression> row = new ArrayList<>();
        while (!cursor.sees(Kind.END)) {
            if (cursor.accept("\\\\")) {
                rows.add(row);
                row = new ArrayList<>();
            } else if (!cursor.accept("&") && !(cases && cursor.accept(","))) {
                row.add(parser.relation());
            }
        }
        cursor.take();
        rows.add(row);
        rows.removeIf(List::isEmpty);
        return rows;
    }
}
