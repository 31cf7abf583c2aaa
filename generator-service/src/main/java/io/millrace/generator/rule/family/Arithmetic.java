package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.item.Working.Program;
import io.millrace.generator.rule.number.Expression;
import io.millrace.generator.rule.number.Expression.Operation;
import io.millrace.generator.rule.number.Expression.Value;
import io.millrace.generator.rule.number.Operator;
import io.millrace.generator.rule.number.Rational;
import io.millrace.generator.rule.space.Choices;
import java.util.List;
import java.util.function.Function;

/** Expressions to work out: chains and brackets of whole numbers, of decimals, and of fractions. */
public final class Arithmetic {

    private static final List<Operator> ALL = List.of(Operator.values());
    private static final List<Operator> EXACT = List.of(Operator.PLUS, Operator.MINUS, Operator.TIMES);
    private static final List<Operator> SUMS = List.of(Operator.PLUS, Operator.MINUS);
    private static final List<String> PROMPTS =
            List.of("Work out %s.", "What is %s?", "Calculate %s exactly.", "Find the exact value of %s.");

    private Arithmetic() {}

    public static Family family() {
        Kind small = new Kind(choices -> Rational.of(choices.between(2, 99)), EXACT, Rational::toString);
        Kind large = new Kind(choices -> Rational.of(choices.between(2, 999)), EXACT, Rational::toString);
        Kind decimal = new Kind(choices -> Rational.of(choices.between(11, 999), 10), EXACT, Rational::toDecimal);
        List<Rational> fractions = Rational.properFractions(15);
        Kind fraction = new Kind(choices -> choices.of(fractions), ALL, Rational::toString);
        return new Family(
                "arithmetic",
                1,
                List.of(
                        List.of(chain(2, large), chain(3, small)),
                        List.of(sumFirst(small), sumLast(small), nested(small)),
                        List.of(chain(3, decimal), sumFirst(decimal), nested(decimal)),
                        List.of(chain(3, fraction), sumLast(fraction)),
                        List.of(chain(5, large), nested(large))));
    }

    /** What an expression is made of and how its numbers are written. */
    private record Kind(
            Function<Choices, Rational> operand, List<Operator> operators, Function<Rational, String> notation) {

        Expression value(Choices choices) {
            return new Value(operand.apply(choices));
        }

        Expression sum(Choices choices) {
            return new Operation(value(choices), choices.of(SUMS), value(choices));
        }
    }

    /** For instance a + b * c. */
    private static Template chain(int length, Kind kind) {
        return template(kind, choices -> {
            Expression all = kind.value(choices);
            for (int count = 1; count < length; count++) {
                all = append(all, choices.of(kind.operators()), kind.value(choices));
            }
            return all;
        });
    }

    /** (a + b) * c. */
    private static Template sumFirst(Kind kind) {
        return template(kind, choices -> new Operation(kind.sum(choices), Operator.TIMES, kind.value(choices)));
    }

    /** a * (b + c), or with another operation that needs the brackets. */
    private static Template sumLast(Kind kind) {
        List<Operator> operators = List.of(Operator.TIMES, Operator.MINUS);
        return template(kind, choices -> new Operation(kind.value(choices), choices.of(operators), kind.sum(choices)));
    }

    /** (a + b) * (c - d) + e. */
    private static Template nested(Kind kind) {
        return template(kind, choices -> {
            Expression product = new Operation(kind.sum(choices), Operator.TIMES, kind.sum(choices));
            return new Operation(product, choices.of(SUMS), kind.value(choices));
        });
    }

    private static Template template(Kind kind, Function<Choices, Expression> shape) {
        return (choices, chance) -> item(shape.apply(choices), kind.notation(), chance);
    }

    private static Item item(Expression expression, Function<Rational, String> notation, Choices chance) {
        String formula = expression.text(notation);
        Program inOrder = working -> expression.work(working::step);
        Program leftToRight = working -> expression.leftToRight().work(working::step);
        return Item.calculated(chance.of(PROMPTS).formatted(formula), formula, notation, inOrder, leftToRight);
    }

    /** Adds to the end of a chain, where a product binds its neighbours more closely than a sum. */
    private static Expression append(Expression chain, Operator operator, Expression last) {
        return chain instanceof Operation sum && SUMS.contains(sum.operator()) && !SUMS.contains(operator)
                ? new Operation(sum.left(), sum.operator(), append(sum.right(), operator, last))
                : new Operation(chain, operator, last);
    }
}
