package io.millrace.verifier.math.latex;

import io.millrace.verifier.math.latex.Expression.Listing;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Ratio;
import io.millrace.verifier.math.latex.Expression.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression: lists of relations between sums. It goes through the text once, and gives up on more than {@value #MAX_LENGTH}
 * characters, on too many parts and on too deep a nesting.
 */
public final class Parser {

    private static final int MAX_LENGTH = 4_000;

    private final Cursor cursor;
    private final Terms terms;

    private Parser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new Terms(cursor, this);
    }

    /** Parses all of a text that is spelled plainly. */
    public static Expression parse(String plain, Commas commas, Units units) throws SyntaxException {
        if (plain.length() > MAX_LENGTH) {
            throw new SyntaxException("longer than " + MAX_LENGTH + " characters");
        }
        var cursor = new Cursor(Lexer.tokens(plain, commas, units));
        Expression expression = new Parser(cursor).listing();
        if (!cursor.ended()) {
            throw new SyntaxException("unexpected " + cursor.current().text());
        }
        return expression;
    }

    Expression listing() throws SyntaxException {
        cursor.enter();
        List<Expression> items = new ArrayList<>();
        Joint joint = Joint.COMMA;
        items.add(relation());
        while (true) {
            boolean separated = cursor.accept(",") || cursor.accept(";");
            if (cursor.seesCommand("and") || cursor.seesCommand("or")) {
                joint = cursor.take().text().equals("or") ? Joint.OR : Joint.AND;
                separated = true;
            }
            if (!separated || closes()) {
                break;
            }
            items.add(relation());
        }
        cursor.leave(1);
        return items.size() == 1 ? items.getFirst() : new Listing(joint, items);
    }

    /** Whether what is open ends here. */
    private boolean closes() {
        Token token = cursor.current();
        return cursor.ended()
                || token.kind() == Token.Kind.END
                || (token.kind() == Token.Kind.SIGN
                        && List.of(")", "]", "}", "\\}", "&", "\\\\").contains(token.text()));
    }

    Expression relation() throws SyntaxException {
        List<Expression> sides = new ArrayList<>();
        List<Relator> relators = new ArrayList<>();
        cursor.accept("=");
        sides.add(ratio());
        Relator relator = relator();
        while (relator != null && !closes()) {
            relators.add(relator);
            sides.add(ratio());
            relator = relator();
        }
        return relators.isEmpty() ? sides.getFirst() : new Relation(sides, relators);
    }

    private @Nullable Relator relator() throws SyntaxException {
        Token token = cursor.current();
        boolean written = token.kind() == Token.Kind.SIGN || token.kind() == Token.Kind.COMMAND;
        Relator relator = written ? Vocabulary.RELATORS.get(token.text()) : null;
        if (relator != null) {
            cursor.take();
        }
        return relator;
    }

    private Expression ratio() throws SyntaxException {
        Expression first = union();
        if (!cursor.sees(":") || terms.inSet()) {
            return first;
        }
        List<Expression> all = new ArrayList<>(List.of(first));
        while (cursor.accept(":")) {
            all.add(union());
        }
        return new Ratio(all);
    }

    private Expression union() throws SyntaxException {
        Expression left = terms.sum();
        while (true) {
            if (cursor.acceptCommand("cup")) {
                left = new Operation(Operator.UNION, left, terms.sum());
            } else if (cursor.acceptCommand("cap")) {
                left = new Operation(Operator.INTERSECTION, left, terms.sum());
            } else if (cursor.acceptCommand("setminus")) {
                left = new Operation(Operator.WITHOUT, left, terms.sum());
            } else {
                return left;
            }
        }
    }
}
