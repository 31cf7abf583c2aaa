package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Bracketed;
import io.millrace.verifier.math.latex.Expression.Listing;
import io.millrace.verifier.math.latex.Expression.Relation;
import io.millrace.verifier.math.latex.Expression.SetOf;
import io.millrace.verifier.math.latex.Joint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Sets by matching their elements, tuples in order, lists by policy. A list with more items than another is not equal to it. */
final class Lists implements Rule {

    private static final int MAX_ITEMS = 100;

    private final Comparer comparer;
    private final boolean ordered;

    Lists(Comparer comparer, boolean ordered) {
        this.comparer = comparer;
        this.ordered = ordered;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        if (!isCollection(expected) && !isCollection(given)) {
            return Optional.empty();
        }
        if (!isCollection(expected) || !isCollection(given)) {
            return single(expected, given);
        }
        if (expected instanceof Bracketed || given instanceof Bracketed) {
            return Optional.of(tuples(expected, given));
        }
        return Optional.of(lists(expected, given));
    }

    private static boolean isCollection(Expression expression) {
        return expression instanceof Listing || expression instanceof SetOf || expression instanceof Bracketed;
    }

    /** A set of one element may stand for it; nothing else of several items is one value. */
    private Optional<Comparison> single(Expression expected, Expression given) {
        boolean expectedIsOne = expected instanceof SetOf set && set.parts().size() == 1;
        boolean givenIsOne = given instanceof SetOf set && set.parts().size() == 1;
        if (!expectedIsOne && !givenIsOne) {
            return Optional.of(Comparison.different(Stage.LIST));
        }
        return Optional.of(comparer.compare(
                expectedIsOne ? expected.parts().getFirst() : expected,
                givenIsOne ? given.parts().getFirst() : given));
    }

    private Comparison tuples(Expression expected, Expression given) {
        if (expected instanceof SetOf || given instanceof SetOf) {
            return Comparison.different(Stage.LIST);
        }
        boolean alike = (expected instanceof Bracketed one && given instanceof Bracketed other)
                ? one.open() == other.open() && one.close() == other.close()
                : isTuple(expected) && isTuple(given);
        return alike ? comparer.inOrder(values(expected), values(given), Stage.LIST) : Comparison.different(Stage.LIST);
    }

    private static boolean isTuple(Expression expression) {
        return expression instanceof Bracketed brackets
                ? brackets.open() == '(' && brackets.close() == ')'
                : !(expression instanceof Listing listing && listing.joint() == Joint.OR);
    }

    private Comparison lists(Expression expected, Expression given) {
        boolean namesOnOneSideOnly = Names.assigned(expected.parts()) != Names.assigned(given.parts());
        if (namesOnOneSideOnly && (Names.distinct(expected.parts()) || Names.distinct(given.parts()))) {
            return comparer.inOrder(values(expected), values(given), Stage.LIST);
        }
        List<Expression> wanted = namesOnOneSideOnly ? values(expected) : expected.parts();
        List<Expression> got = namesOnOneSideOnly ? values(given) : given.parts();
        if (ordered && expected instanceof Listing && given instanceof Listing) {
            return comparer.inOrder(wanted, got, Stage.LIST);
        }
        return matched(once(wanted), once(got));
    }

    /** The items without the names that they are assigned to. */
    private static List<Expression> values(Expression collection) {
        return Names.assigned(collection.parts())
                ? collection.parts().stream()
                        .map(item -> ((Relation) item).parts().getLast())
                        .toList()
                : collection.parts();
    }

    private static List<Expression> once(List<Expression> items) {
        return List.copyOf(new LinkedHashSet<>(items));
    }

    private Comparison matched(List<Expression> expected, List<Expression> given) {
        if (expected.size() != given.size()) {
            return Comparison.different(Stage.LIST);
        }
        if (expected.size() > MAX_ITEMS) {
            return Comparison.undecided(Stage.LIST);
        }
        List<Expression> left = new ArrayList<>(given);
        for (Expression wanted : expected) {
            boolean undecided = false;
            boolean found = left.remove(wanted);
            for (int at = 0; !found && at < left.size(); at++) {
                Result result = comparer.compare(wanted, left.get(at)).result();
                undecided |= result == Result.UNDECIDED;
                if (result == Result.EQUAL) {
                    left.remove(at);
                    found = true;
                }
            }
            if (!found) {
                return undecided ? Comparison.undecided(Stage.LIST) : Comparison.different(Stage.LIST);
            }
        }
        return Comparison.equal(Stage.LIST);
    }
}
