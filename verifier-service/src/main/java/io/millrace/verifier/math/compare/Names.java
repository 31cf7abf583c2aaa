package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Application;
import io.millrace.verifier.math.latex.Expression.Bracketed;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Relation;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Expression.Text;
import io.millrace.verifier.math.latex.Relator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may stand before an equals sign to say what the value is of, without being part of the value. */
final class Names {

    private Names() {}

    /** A variable, or variables with functions and operators around them, but no number. */
    static boolean isName(Expression expression) {
        if (expression instanceof Application application) {
            return !application.name().matches("sum|prod|i*int|oint|lim");
        }
        return expression.contains(part -> part instanceof Symbol || part instanceof Text)
                && !expression.contains(part -> part instanceof Literal);
    }

    /** "x = 3": an equation whose left side is a name. */
    static boolean isAssignment(Expression expression) {
        return expression instanceof Relation relation
                && relation.relators().stream().allMatch(Names::equates)
                && isName(relation.parts().getFirst());
    }

    static boolean equates(Relator relator) {
        return relator == Relator.EQUAL || relator == Relator.APPROXIMATE;
    }

    /** Whether every item is an assignment. */
    static boolean assigned(List<Expression> items) {
        return !items.isEmpty() && items.stream().allMatch(Names::isAssignment);
    }

    /** Whether every item is an assignment to another name. */
    static boolean distinct(List<Expression> items) {
        Set<Expression> names = new HashSet<>();
        return assigned(items)
                && items.stream().allMatch(item -> names.add(item.parts().getFirst()))
                && items.stream().noneMatch(item -> item.parts().getFirst() instanceof Bracketed);
    }
}
