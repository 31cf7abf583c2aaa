package io.millrace.verifier.judge;

import java.util.Locale;

/** What models of one descent share: they tend to like each other's replies. */
final class ModelFamily {

    private ModelFamily() {}

    /** The family that a model's name tells: "llama" for "meta-llama/Llama-3.1-8B-Instruct", "gpt" for "gpt-4o-mini". */
    static String of(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        return end == 0 ? name : name.substring(0, end);
    }
}
