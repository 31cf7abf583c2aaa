package io.millrace.verifier.math.latex;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A written mathematical object as a tree. What looks the same is equal; what means the same need not be. */
public sealed interface Expression {

    /** What it is made of, in the order in which it is written. */
    default List<Expression> parts() {
        return List.of();
    }

    /** The same kind of expression made of other parts, as many as before. */
    default Expression of(List<Expression> parts) {
        return this;
    }

    /** Whether it or anything inside of it is like this. */
    default boolean contains(Predicate<Expression> like) {
        if (like.test(this)) {
            return true;
        }
        for (Expression part : parts()) {
            if (part.contains(like)) {
                return true;
            }
        }
        return false;
    }

    /** The expression after a change to all that is inside of it, and then to itself. */
    default Expression rewritten(UnaryOperator<Expression> change) {
        List<Expression> before = parts();
        if (before.isEmpty()) {
            return change.apply(this);
        }
        List<Expression> after = new ArrayList<>(before.size());
        for (Expression part : before) {
            after.add(part.rewritten(change));
        }
        return change.apply(of(after));
    }

    /** A number in digits; its scale is the number of decimals that were written. */
    record Literal(BigDecimal value) implements Expression {

        public static Literal of(long value) {
            return new Literal(BigDecimal.valueOf(value));
        }

        public boolean whole() {
            return value.scale() <= 0;
        }
    }

    /** A variable, with its subscript and primes. Upper and lower case differ. */
    record Symbol(String name) implements Expression {}

    /** A number that has a name. */
    enum Constant implements Expression {
        PI,
        EULER,
        IMAGINARY,
        INFINITY
    }

    /** Words. */
    record Text(String words) implements Expression {}

    record Negation(Expression operand) implements Expression {

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }

        @Override
        public Expression of(List<Expression> parts) {
            return new Negation(parts.getFirst());
        }
    }

    /** Two expressions between which an operator stands. */
    record Operation(Operator operator, Expression left, Expression right) implements Expression {

        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }

        @Override
        public Expression of(List<Expression> parts) {
            return new Operation(operator, parts.get(0), parts.get(1));
        }

        /** Whether a number with a unit and one without are added, which makes no number. */
        public boolean mixesUnits() {
            boolean adds = operator == Operator.PLUS || operator == Operator.MINUS;
            return adds && left instanceof Quantity != right instanceof Quantity;
        }
    }

    /** The n-th root. */
    record Root(Expression index, Expression radicand) implements Expression {

        @Override
        public List<Expression> parts() {
            return List.of(index, radicand);
        }

        @Override
        public Expression of(List<Expression> parts) {
            return new Root(parts.get(0), parts.get(1));
        }
    }

    /** A function that is known. */
    record Call(Function function, List<Expression> parts) implements Expression {

        public Call {
            parts = List.copyOf(parts);
        }

        @Override
        public Expression of(List<Expression> other) {
            return new Call(function, other);
        }
    }

    /** A function of which only the name is known: f(x), and also a sum, integral or limit that was left standing. */
    record Application(String name, List<Expression> parts) implements Expression {

        public Application {
            parts = List.copyOf(parts);
        }

        @Override
        public Expression of(List<Expression> other) {
            return new Application(name, other);
        }
    }

    record Percentage(Expression value) implements Expression {

        @Override
        public List<Expression> parts() {
            return List.of(value);
        }

        @Override
        public Expression of(List<Expression> parts) {
            return new Percentage(parts.getFirst());
        }
    }

    record Degrees(Expression value) implements Expression {

        @Override
        public List<Expression> parts() {
            return List.of(value);
        }

        @Override
        public Expression of(List<Expression> parts) {
            return new Degrees(parts.getFirst());
        }
    }

    /** A value with its unit, which is in its first spelling. */
    record Quantity(Expression value, String unit) implements Expression {

        @Override
        public List<Expression> parts() {
            return List.of(value);
        }

        @Override
        public Expression of(List<Expression> parts) {
            return new Quantity(parts.getFirst(), unit);
        }
    }

    /** Digits in a base that is written below them. */
    record Based(String digits, int base) implements Expression {}

    /** Two or more terms with colons between them; also a time of day. */
    record Ratio(List<Expression> parts) implements Expression {

        public Ratio {
            parts = List.copyOf(parts);
        }

        @Override
        public Expression of(List<Expression> other) {
            return new Ratio(other);
        }
    }

    /** Two or more items side by side. */
    record Listing(Joint joint, List<Expression> parts) implements Expression {

        public Listing {
            parts = List.copyOf(parts);
        }

        @Override
        public Expression of(List<Expression> other) {
            return new Listing(joint, other);
        }
    }

    /** Two or more items in round or square brackets: a tuple or an interval. */
    record Bracketed(char open, List<Expression> parts, char close) implements Expression {

        public Bracketed {
            parts = List.copyOf(parts);
        }

        @Override
        public Expression of(List<Expression> other) {
            return new Bracketed(open, other, close);
        }
    }

    /** A set by its elements. */
    record SetOf(List<Expression> parts) implements Expression {

        public SetOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Expression of(List<Expression> other) {
            return new SetOf(other);
        }
    }

    /** A set by a condition. */
    record SetBuilder(Expression element, Expression condition) implements Expression {

        @Override
        public List<Expression> parts() {
            return List.of(element, condition);
        }

        @Override
        public Expression of(List<Expression> parts) {
            return new SetBuilder(parts.get(0), parts.get(1));
        }
    }

    /** Rows of equal width, one after the other. */
    record Matrix(int width, List<Expression> parts) implements Expression {

        public Matrix {
            parts = List.copyOf(parts);
        }

        @Override
        public Expression of(List<Expression> other) {
            return new Matrix(width, other);
        }
    }

    /** Two or more sides with a relator between each two. */
    record Relation(List<Expression> parts, List<Relator> relators) implements Expression {

        public Relation {
            parts = List.copyOf(parts);
            relators = List.copyOf(relators);
        }

        @Override
        public Expression of(List<Expression> other) {
            return new Relation(other, relators);
        }
    }
}
