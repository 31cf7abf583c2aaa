package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Bracketed;
import io.millrace.verifier.math.latex.Expression.Matrix;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matrices element by element; a vector may be written as a tuple. */
final class Matrices implements Rule {

    private final Comparer comparer;

    Matrices(Comparer comparer) {
        this.comparer = comparer;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        if (!isMatrix(expected) && !isMatrix(given)) {
            return Optional.empty();
        }
        Expression left = carriedOut(expected);
        Expression right = carriedOut(given);
        if (left instanceof Matrix one && right instanceof Matrix other) {
            return Optional.of(
                    one.width() == other.width()
                            ? comparer.inOrder(one.parts(), other.parts(), Stage.MATRIX)
                            : Comparison.different(Stage.MATRIX));
        }
        if ((isVector(left) && right instanceof Bracketed) || (left instanceof Bracketed && isVector(right))) {
            return Optional.of(comparer.inOrder(left.parts(), right.parts(), Stage.MATRIX));
        }
        boolean opened = left instanceof Matrix || right instanceof Matrix;
        return Optional.of(opened ? Comparison.different(Stage.MATRIX) : Comparison.undecided(Stage.MATRIX));
    }

    private static boolean isMatrix(Expression expression) {
        return expression instanceof Matrix
                || (expression instanceof Operation operation
                        && (isMatrix(operation.left()) || isMatrix(operation.right())));
    }

    private static boolean isVector(Expression expression) {
        return expression instanceof Matrix matrix
                && (matrix.width() == 1 || matrix.width() == matrix.parts().size());
    }

    /** A product of matrices, or of a number and a matrix, as one matrix. */
    private static Expression carriedOut(Expression expression) {
        if (!(expression instanceof Operation operation) || operation.operator() != Operator.TIMES) {
            return expression;
        }
        Expression left = carriedOut(operation.left());
        Expression right = carriedOut(operation.right());
        if (left instanceof Matrix one && right instanceof Matrix other) {
            return product(one, other);
        }
        if (right instanceof Matrix matrix && !isMatrix(left)) {
            return scaled(left, matrix);
        }
        return left instanceof Matrix matrix && !isMatrix(right) ? scaled(right, matrix) : expression;
    }

    private static Expression scaled(Expression factor, Matrix matrix) {
        List<Expression> cells = new ArrayList<>();
        matrix.parts().forEach(cell -> cells.add(new Operation(Operator.TIMES, factor, cell)));
        return new Matrix(matrix.width(), cells);
    }

    private static Expression product(Matrix left, Matrix right) {
        int inner = left.width();
        boolean small = inner > 0 && left.parts().size() <= 36 && right.parts().size() <= 36;
        if (!small || right.width() == 0 || right.parts().size() / right.width() != inner) {
            return new Operation(Operator.TIMES, left, right);
        }
        List<Expression> cells = new ArrayList<>();
        for (int row = 0; row < left.parts().size() / inner; row++) {
            for (int column = 0; column < right.width(); column++) {
                cells.add(cell(left, right, row, column));
            }
        }
        return new Matrix(right.width(), cells);
    }

    private static Expression cell(Matrix left, Matrix right, int row, int column) {
        Expression sum = Expression.Literal.of(0);
        for (int at = 0; at < left.width(); at++) {
            Expression one = left.parts().get(row * left.width() + at);
            Expression other = right.parts().get(at * right.width() + column);
            sum = new Operation(Operator.PLUS, sum, new Operation(Operator.TIMES, one, other));
        }
        return sum;
    }
}
