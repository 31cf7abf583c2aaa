package io.millrace.generator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.ToolCall;
import io.millrace.schemas.TrustedRecords;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads seeds from an Avro file and writes to another file what their strategies would make of them, one JSON object a line: {@code
 * {seed, strategy, asked: [{sample, step, model, prompt, answer}], samples: [{sample, messages, failure}], failure}}.
 */
public final class PreviewProgram {

    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private PreviewProgram() {}

    private record Shown(
            String seed,
            String strategy,
            List<Asked> asked,
            List<Made> samples,
            @Nullable String failure) {}

    private record Asked(int sample, String step, String model, List<Said> prompt, Said answer) {}

    private record Made(
            int sample,
            @Nullable List<Said> messages,
            @Nullable String failure) {}

    private record Said(String role, String content, List<Called> toolCalls) {

        static List<Said> all(List<Message> messages) {
            return messages.stream().map(Said::of).toList();
        }

        static Said of(Message message) {
            List<Called> calls = message.getToolCalls().stream().map(Called::of).toList();
            return new Said(message.getRole(), message.getContent(), calls);
        }
    }

    private record Called(String name, String arguments) {

        static Called of(ToolCall call) {
            return new Called(call.getName(), call.getArguments());
        }
    }

    /**
     * Runs it.
     *
     * @param args the file of seeds, and the file to write
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        TrustedRecords.allow();
        try (Preview preview = Preview.open(Map.of());
                var seeds = new DataFileReader<>(Path.of(args[0]).toFile(), new SpecificDatumReader<>(Seed.class));
                BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
            for (Seed seed : seeds) {
                out.write(JSON.writeValueAsString(shown(preview, seed)));
                out.newLine();
            }
        }
    }

    private static Shown shown(Preview preview, Seed seed) throws InterruptedException {
        String strategy = seed.getStrategy().getName();
        try {
            Preview.Glimpse glimpse = preview.of(seed);
            List<Asked> asked =
                    glimpse.exchanges().stream().map(PreviewProgram::asked).toList();
            List<Made> made =
                    glimpse.samples().stream().map(PreviewProgram::made).toList();
            return new Shown(seed.getId(), strategy, asked, made, null);
        } catch (UnusableSeedException e) {
            return new Shown(seed.getId(), strategy, List.of(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static Asked asked(Preview.Exchange exchange) {
        return new Asked(
                exchange.request().sampleIndex(),
                exchange.request().step(),
                exchange.completion().model().getReturned(),
                Said.all(exchange.request().messages()),
                Said.of(exchange.completion().answer()));
    }

    private static Made made(Sample sample) {
        return switch (sample) {
            case Sample.Made made ->
                new Made(made.index(), Said.all(made.draft().messages()), null);
            case Sample.Failed failed ->
                new Made(failed.index(), null, "%s: %s".formatted(failed.errorClass(), failed.message()));
        };
    }
}
