package io.millrace.verifier.stream;

import io.millrace.schemas.Build;
import io.millrace.schemas.Producer;
import io.millrace.verifier.check.Examination;
import io.millrace.verifier.plant.Planter;

/**
 * All that judges by one verification recipe.
 *
 * @param planter plants what tries the checks of the examination
 * @param producer names the recipe in receipts
 */
public record Panel(Examination examination, Planter planter, Producer producer) {

    public Panel(Examination examination, Planter planter) {
        this(examination, planter, Build.current().producer("verifier-service", examination.configHash()));
    }
}
