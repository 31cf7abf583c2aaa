package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Seed;
import io.millrace.schemas.ToolCall;
import io.millrace.schemas.Verified;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kept record as training tools read it: the conversation and a short receipt. The order of the components is the order of
 * fields in JSON and of columns in Parquet.
 */
@JsonNaming(SnakeCaseStrategy.class)
record Example(
        String id,
        List<Turn> messages,
        String split,
        String seedId,
        String domain,
        String strategy,
        String strategyVersion,
        @Nullable String model,
        @Nullable String difficulty,
        String language,
        @Nullable String licence,
        boolean synthetic,
        int generationDepth,
        List<String> checks,
        String contentHash) {

    Example {
        messages = List.copyOf(messages);
        checks = List.copyOf(checks);
    }

    static Example of(Evaluated evaluated) {
        Verified verified = evaluated.getVerified();
        Candidate candidate = verified.getCandidate();
        Seed seed = candidate.getSeed();
        Provenance provenance = evaluated.getProvenance();
        ModelRef model = candidate.getModel();
        return new Example(
                evaluated.getId(),
                candidate.getMessages().stream().map(Turn::of).toList(),
                SplitFiles.name(evaluated.getSplit()),
                seed.getId(),
                seed.getDomain(),
                candidate.getStrategy().getName(),
                candidate.getStrategy().getVersion(),
                model == null ? null : model.getReturned(),
                seed.getDifficulty(),
                seed.getLanguage(),
                provenance.getLicence(),
                provenance.getSynthetic(),
                provenance.getGenerationDepth(),
                passed(verified),
                provenance.getContentHash());
    }

    private static List<String> passed(Verified verified) {
        return verified.getChecks().stream()
                .filter(check -> check.getOutcome() == CheckOutcome.PASS)
                .map(check -> check.getName() + "@" + check.getVersion())
                .toList();
    }

    /** One message of the conversation, in the shape of a chat completion. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Turn(
            String role,
            String content,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reasoning,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Call> toolCalls,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String toolCallId) {

        Turn {
            toolCalls = List.copyOf(toolCalls);
        }

        static Turn of(Message message) {
            return new Turn(
                    message.getRole(),
                    message.getContent(),
                    message.getReasoning(),
                    message.getToolCalls().stream().map(Call::of).toList(),
                    message.getToolCallId());
        }
    }

    /** A call of a tool, in the shape of a chat completion. */
    record Call(String id, String type, Function function) {

        static Call of(ToolCall call) {
            return new Call(call.getId(), "function", new Function(call.getName(), call.getArguments()));
        }
    }

    /** The called tool with its arguments, unparsed. */
    record Function(String name, String arguments) {}
}
