package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Symbol;
import java.util.Set;
import java.util.TreeSet;

/** The variables of expressions, in alphabetical order. */
final class Variables {

    private Variables() {}

    static Set<String> of(Expression... expressions) {
        Set<String> names = new TreeSet<>();
        for (Expression expression : expressions) {
            expression.contains(part -> {
                if (part instanceof Symbol symbol) {
                    names.add(symbol.name());
                }
                return false;
            });
        }
        return names;
    }
}
