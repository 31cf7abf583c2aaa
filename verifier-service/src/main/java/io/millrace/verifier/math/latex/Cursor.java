package io.millrace.verifier.math.latex;

import io.millrace.verifier.math.latex.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The place in the tokens up to which a parse has come, and the bounds that it must keep. */
final class Cursor {

    private static final int MAX_NODES = 1_500;
    private static final int MAX_DEPTH = 120;
    private static final Token NOTHING = new Token(Kind.END, "", false);

    private final List<Token> tokens;
    private int at;
    private int nodes;
    private int depth;

    Cursor(List<Token> tokens) {
        this.tokens = new ArrayList<>(tokens);
    }

    boolean ended() {
        return at == tokens.size();
    }

    Token current() {
        return ahead(0);
    }

    Token ahead(int distance) {
        return at + distance < tokens.size() ? tokens.get(at + distance) : NOTHING;
    }

    Token take() throws SyntaxException {
        if (ended()) {
            throw new SyntaxException("something is missing at the end");
        }
        if (++nodes > MAX_NODES) {
            throw new SyntaxException("more than " + MAX_NODES + " parts");
        }
        return tokens.get(at++);
    }

    boolean sees(String sign) {
        return current().is(Kind.SIGN, sign);
    }

    boolean seesCommand(String name) {
        return current().is(Kind.COMMAND, name);
    }

    boolean sees(Kind kind) {
        return !ended() && current().kind() == kind;
    }

    boolean accept(String sign) throws SyntaxException {
        boolean seen = sees(sign);
        if (seen) {
            take();
        }
        return seen;
    }

    boolean acceptCommand(String name) throws SyntaxException {
        boolean seen = seesCommand(name);
        if (seen) {
            take();
        }
        return seen;
    }

    void expect(String sign) throws SyntaxException {
        if (!accept(sign)) {
            throw new SyntaxException("expected " + sign);
        }
    }

    /** Puts another token in the place of the current one. */
    void replace(Token token) {
        tokens.set(at, token);
    }

    void enter() throws SyntaxException {
        if (++depth > MAX_DEPTH) {
            throw new SyntaxException("nested more than " + MAX_DEPTH + " deep");
        }
    }

    void leave(int levels) {
        depth -= levels;
    }
}
