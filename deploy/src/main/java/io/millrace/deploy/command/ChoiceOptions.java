package io.millrace.deploy.command;

import io.millrace.deploy.console.OperatorException;
import io.millrace.evaluator.dataset.Choice;
import io.millrace.evaluator.group.Comparison;
import io.millrace.evaluator.group.LengthBalance;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What is taken of several answers to the same question. */
final class ChoiceOptions {

    private static final Pattern RATES = Pattern.compile("([0-9.]{1,9})\\.\\.([0-9.]{1,9})");

    @Option(
            names = "--best-of-n",
            description = "Of a seed's kept answers to the same question only the best: what its checks gave most, then"
                    + " the shorter.")
    private boolean bestOnly;

    @Option(
            names = "--pass-rates",
            paramLabel = "LEAST..MOST",
            description = "Pairs are made of questions that this share of the answers passed; ${DEFAULT-VALUE} by"
                    + " default.")
    private String passRates = "0.2..0.8";

    @Option(
            names = "--length-share",
            paramLabel = "SHARE",
            description = "At most this share of the pairs has the longer answer chosen, or the shorter; the others are"
                    + " left out, those that differ most in length first. ${DEFAULT-VALUE} by default.")
    private double lengthShare = LengthBalance.USUAL.maxShare();

    Choice choice() {
        Matcher rates = RATES.matcher(passRates);
        if (!rates.matches()) {
            throw new OperatorException("Pass rates look like 0.2..0.8.");
        }
        try {
            var comparison = new Comparison(Double.parseDouble(rates.group(1)), Double.parseDouble(rates.group(2)));
            return new Choice(bestOnly, comparison, new LengthBalance(lengthShare));
        } catch (IllegalArgumentException e) {
            throw new OperatorException(
                    "Pass rates are between 0 and 1, the least first, and a share of pairs between 0.5 and 1.", e);
        }
    }
}
