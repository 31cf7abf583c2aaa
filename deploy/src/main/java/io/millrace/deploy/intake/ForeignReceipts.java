package io.millrace.deploy.intake;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Usage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what another system noted of how it made a candidate: into the record's own fields where there are such, and whatever else
 * stands in the line into its foreign ones, as text.
 */
final class ForeignReceipts {

    private static final String CREATED_AT = "createdAt";
    private static final String UNKNOWN = "unknown";
    private static final int MAX_FOREIGN = 64;
    private static final int MAX_TEMPERATURE = 100;

    private ForeignReceipts() {}

    /** Adds what the line tells to a candidate that has its provenance. All that nobody has asked for before is foreign. */
    static void add(Fields line, Candidate.Builder candidate) throws UnfitException {
        // Other systems call the text of the question so; then it is carried along with what has no field of its own.
        Optional<Fields> prompt = line.holdsObject("prompt") ? line.optionalObject("prompt") : Optional.empty();
        Optional<Fields> sampling = line.optionalObject("sampling");
        Optional<Fields> usage = line.optionalObject("usage");
        Optional<String> licence = line.optionalName("license");
        candidate
                .setPrompt(prompt.isEmpty() ? null : prompt(prompt.get()))
                .setSampling(sampling.isEmpty() ? null : sampling(sampling.get()))
                .setUsage(usage.isEmpty() ? null : usage(usage.get()))
                .setFinishReason(line.optionalName("finishReason").orElse(null))
                .setLatencyMillis(
                        line.optionalWhole("latencyMillis", 0, Long.MAX_VALUE).orElse(0L));
        if (licence.isPresent()) {
            candidate.setProvenance(Provenance.newBuilder(candidate.getProvenance())
                    .setLicence(licence.get())
                    .build());
        }
        Optional<Instant> createdAt = line.optionalInstant(CREATED_AT);
        Map<String, String> foreign = foreign(line);
        // The record's own time is that of the import.
        createdAt.ifPresent(at -> foreign.put(CREATED_AT, at.toString()));
        candidate.setForeign(foreign);
    }

    private static PromptRef prompt(Fields prompt) throws UnfitException {
        Optional<Fields> variables = prompt.optionalObject("variables");
        return new PromptRef(
                prompt.name("templateId"),
                prompt.optionalName("version").orElse(UNKNOWN),
                prompt.optionalName("hash").orElse(UNKNOWN),
                variables.isEmpty() ? Map.of() : variables.get().texts());
    }

    private static Sampling sampling(Fields sampling) throws UnfitException {
        return new Sampling(
                sampling.optionalDecimal("temperature", MAX_TEMPERATURE).orElse(null),
                sampling.optionalDecimal("topP", 1).orElse(null),
                sampling.optionalWhole("maxTokens", 1, Integer.MAX_VALUE)
                        .map(Long::intValue)
                        .orElse(null),
                sampling.optionalWhole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(null));
    }

    private static Usage usage(Fields usage) throws UnfitException {
        return new Usage(
                usage.whole("inputTokens", 0, Long.MAX_VALUE),
                usage.whole("outputTokens", 0, Long.MAX_VALUE),
                usage.optionalWhole("costMicros", 0, Long.MAX_VALUE).orElse(null),
                usage.optionalName("priceTableVersion").orElse(null));
    }

    private static Map<String, String> foreign(Fields line) throws UnfitException {
        Map<String, String> unread = line.unread();
        if (unread.size() > MAX_FOREIGN) {
            throw new UnfitException("more than %d further fields".formatted(MAX_FOREIGN));
        }
        return unread;
    }
}
