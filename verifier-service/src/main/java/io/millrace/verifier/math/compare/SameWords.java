package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Constant;
import io.millrace.verifier.math.latex.Expression.Listing;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Expression.Text;
import io.millrace.verifier.math.latex.Operator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words are the same whatever their case and punctuation; a single letter keeps its case. */
final class SameWords implements Rule {

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        if (!(expected instanceof Text) && !(given instanceof Text)) {
            return Optional.empty();
        }
        String wanted = words(expected);
        String got = words(given);
        return Optional.of(Comparison.of(!wanted.isEmpty() && wanted.equals(got), Stage.WORDS));
    }

    private static String words(Expression expression) {
        String letters = letters(expression).replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.length() == 1 ? letters : letters.toLowerCase(Locale.ROOT);
    }

    /** What letters side by side spell: "yes" looks like a product. */
    private static String letters(Expression expression) {
        return switch (expression) {
            case Text text -> text.words();
            case Symbol symbol -> symbol.name();
            case Constant constant -> constant == Constant.EULER ? "e" : constant == Constant.IMAGINARY ? "i" : "";
            case Operation operation ->
                operation.operator() == Operator.TIMES ? letters(operation.left()) + letters(operation.right()) : "";
            case Listing listing ->
                listing.parts().stream().map(SameWords::letters).collect(Collectors.joining());
            default -> "";
        };
    }
}
