package io.millrace.verifier.recipe;

import io.millrace.verifier.sensitive.Kind;
import io.millrace.verifier.sensitive.SensitivePolicy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe may say of sensitive data.
 *
 * @param kinds what is looked for; everything where nothing is said
 * @param allowExamples whether what is reserved for examples may stand, as it may where nothing is said
 */
record SensitiveSettings(
        @Nullable Set<Kind> kinds, @Nullable Boolean allowExamples) {

    SensitivePolicy policy() {
        SensitivePolicy usual = SensitivePolicy.standard();
        return new SensitivePolicy(
                kinds == null ? usual.kinds() : kinds, allowExamples == null ? usual.allowExamples() : allowExamples);
    }
}
