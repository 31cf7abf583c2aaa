package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import java.util.Optional;

/** One stage of a comparison. */
interface Rule {

    /** Decides, or leaves it to the stages after it. */
    Optional<Comparison> decide(Expression expected, Expression given);
}
