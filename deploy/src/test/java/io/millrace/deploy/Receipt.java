package io.millrace.deploy;

import io.millrace.deploy.script.Heard;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Usage;
import io.millrace.schemas.model.PromptTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a candidate tells of one question to a model. */
record Receipt(
        ModelRef model,
        PromptRef prompt,
        Sampling sampling,
        @Nullable String finish,
        @Nullable Usage usage) {

    /** All of a candidate, that of its answer last. */
    static List<Receipt> of(Candidate candidate) {
        return Stream.concat(
                        candidate.getEarlierCalls().stream().map(Receipt::of),
                        Stream.of(new Receipt(
                                Objects.requireNonNull(candidate.getModel()),
                                Objects.requireNonNull(candidate.getPrompt()),
                                Objects.requireNonNull(candidate.getSampling()),
                                candidate.getFinishReason(),
                                candidate.getUsage())))
                .toList();
    }

    private static Receipt of(EarlierCall call) {
        return new Receipt(
                call.getModel(), call.getPrompt(), call.getSampling(), call.getFinishReason(), call.getUsage());
    }

    /** What the receipt of a question must be that was heard. */
    static Receipt of(Heard heard, PromptRef prompt) {
        return new Receipt(
                TestFactory.actor(), prompt, heard.sampling(), heard.reply().finish(), heard.usage());
    }

    /** Finds a template of the generator, for instance "selfplay/invent-math.v1". */
    static PromptTemplate template(String place) {
        String file = "/io/millrace/generator/%s.txt".formatted(place);
        int version = place.lastIndexOf(".v");
        String id = place.substring(place.indexOf('/') + 1, version);
        try (InputStream in = Objects.requireNonNull(Receipt.class.getResourceAsStream(file), file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new PromptTemplate(id, place.substring(version + 2), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
