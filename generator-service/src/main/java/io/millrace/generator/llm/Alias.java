package io.millrace.generator.llm;

import io.millrace.schemas.model.Model;

/**
 * A model under the name by which seeds ask for it.
 *
 * @param name lower-case; a metric label
 * @param identity changes whenever the same question could get other answers, as far as that is known
 * @param weight how often it is drawn, compared with the others, where a seed names no model
 */
public record Alias(String name, Model model, String identity, SamplingRange sampling, int weight) {

    public Alias {
        if (weight < 0) {
            throw new IllegalArgumentException("The weight of a model must not be negative");
        }
    }

    String fingerprint() {
        return "%s %s %s %d".formatted(name, identity, sampling, weight);
    }
}
