package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.exact.OutOfFuelException;
import io.millrace.verifier.math.latex.Commas;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Quantity;
import io.millrace.verifier.math.latex.Spelling;
import io.millrace.verifier.math.latex.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares an answer with the expected one: as text first, then as what the text may mean. */
public final class AnswerComparison {

    private final AnswerPolicy policy;
    private final Units units;
    private final long fuel;

    public AnswerComparison(AnswerPolicy policy) {
        this(policy, Fuel.STANDARD);
    }

    AnswerComparison(AnswerPolicy policy, long fuel) {
        this.policy = policy;
        this.units = Units.of(policy.unitWords());
        this.fuel = fuel;
    }

    public Outcome compare(String expected, String given) {
        String wanted = Spelling.plain(expected);
        String got = Spelling.plain(given);
        if (wanted.isEmpty()) {
            return new Outcome.UnreadableExpected("it is empty");
        }
        if (got.isEmpty()) {
            return new Outcome.UnreadableGiven("it is empty", false);
        }
        if (wanted.equals(got)) {
            return new Outcome.Compared(Comparison.equal(Stage.TEXT));
        }
        Optional<Comparison> choice = Choice.compare(wanted, got);
        return choice.<Outcome>map(Outcome.Compared::new)
                .orElseGet(() -> read(Choice.value(wanted, got), Choice.value(got, wanted)));
    }

    private Outcome read(String expected, String given) {
        Reading wanted = Reading.of(expected, units.andAnyWord());
        if (!wanted.readable()) {
            return new Outcome.UnreadableExpected(wanted.why());
        }
        Reading got = Reading.of(given, unitsBeside(wanted));
        if (!got.readable()) {
            return new Outcome.UnreadableGiven(got.why(), given.indexOf('\\') >= 0);
        }
        if (got.prose() && !wanted.worded()) {
            return new Outcome.UnreadableGiven("words", false);
        }
        return new Outcome.Compared(compare(wanted, got));
    }

    /** An answer may bear the unit of the expected one, even where it is not a common one. */
    private Units unitsBeside(Reading expected) {
        return expected.any().orElseThrow() instanceof Quantity quantity ? units.expecting(quantity.unit()) : units;
    }

    /** Commas are taken in the same way on both sides; one way in which the two are equal is enough. */
    private Comparison compare(Reading expected, Reading given) {
        List<Comparison> comparisons = new ArrayList<>();
        var comparer = new Comparer(policy, new Fuel(fuel));
        try {
            for (Commas commas : Commas.values()) {
                Optional<Expression> wanted = expected.with(commas);
                Optional<Expression> got = given.with(commas);
                if (wanted.isPresent() && got.isPresent()) {
                    Comparison comparison = comparer.compare(wanted.get(), got.get());
                    if (comparison.same()) {
                        return comparison;
                    }
                    comparisons.add(comparison);
                }
            }
        } catch (OutOfFuelException exhausted) {
            return Comparison.undecided(Stage.FUEL);
        }
        return comparisons.isEmpty() ? Comparison.undecided(Stage.TREE) : comparisons.getFirst();
    }
}
