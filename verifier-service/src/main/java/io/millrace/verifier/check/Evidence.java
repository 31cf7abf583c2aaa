package io.millrace.verifier.check;

import io.millrace.schemas.Extraction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict rests on.
 *
 * @param text why, in one line; cut to {@value #MAX_LENGTH} characters
 * @param extraction the answer that was read out of the candidate, or null where none was needed or found
 * @param isolation what kept foreign code away, or null where none ran
 * @param score partial credit between 0 and 1, which never decides; or null
 * @param measurements figures by name, for instance "cpuMicros"
 */
public record Evidence(
        String text,
        @Nullable Extraction extraction,
        @Nullable String isolation,
        @Nullable Double score,
        Map<String, String> measurements) {

    private static final int MAX_LENGTH = 2_000;

    public Evidence {
        text = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
        measurements = Map.copyOf(measurements);
    }

    /** Evidence of a check that reads no answer out of the text. */
    public Evidence(String text, @Nullable String isolation, @Nullable Double score, Map<String, String> measurements) {
        this(text, null, isolation, score, measurements);
    }

    public static Evidence of(String text) {
        return new Evidence(text, null, null, null, Map.of());
    }

    public static Evidence of(String text, Extraction extraction) {
        return new Evidence(text, extraction, null, null, Map.of());
    }
}
