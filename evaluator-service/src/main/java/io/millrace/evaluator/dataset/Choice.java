package io.millrace.evaluator.dataset;

import io.millrace.evaluator.group.Comparison;
import io.millrace.evaluator.group.LengthBalance;

/**
 * What is taken of several answers to the same question.
 *
 * @param bestOnly whether only the best that is kept
 * @param comparison by which pairs are made where the format is of pairs
 * @param balance of their lengths
 */
public record Choice(boolean bestOnly, Comparison comparison, LengthBalance balance) {

    public static final Choice ALL = new Choice(false, Comparison.USUAL, LengthBalance.USUAL);
}
