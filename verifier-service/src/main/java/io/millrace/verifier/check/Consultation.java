package io.millrace.verifier.check;

import io.millrace.schemas.model.ModelException;

/** A verdict that takes the answer of a model, or of a service that is asked like one. */
@FunctionalInterface
public interface Consultation {

    /** Asks and judges. */
    Verdict judge() throws ModelException, InterruptedException;

    /** The verdict, or an error of ours where no answer comes. */
    static Verdict verdict(Consultation consultation) {
        try {
            return consultation.judge();
        } catch (ModelException e) {
            return new Verdict.Errored(Reason.MODEL_ERROR, Evidence.of(e.errorClass() + ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict.Errored(Reason.MODEL_ERROR, Evidence.of("interrupted"));
        }
    }
}
