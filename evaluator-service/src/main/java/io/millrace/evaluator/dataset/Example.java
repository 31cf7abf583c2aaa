package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.ReviewOutcome;
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
        @JsonPropertyDescription("What `millrace lineage` and `millrace withdraw` know the record by.")
        String id,

        @JsonPropertyDescription("The conversation; its last message is the answer that was checked.")
        List<Turn> messages,

        @JsonPropertyDescription("The part of the dataset that the record belongs to.")
        String split,

        @JsonPropertyDescription("The seed that it was made from.")
        String seedId,

        @JsonPropertyDescription("Where the seed comes from.")
        String source,

        @JsonPropertyDescription("The field of knowledge or the rule family.")
        String domain,

        @JsonPropertyDescription("What made the record.") String strategy,

        @JsonPropertyDescription("The version of what made it.")
        String strategyVersion,

        @JsonPropertyDescription("The model that answered, as its endpoint called it; null where none was asked.")
        @Nullable
        String model,

        @JsonPropertyDescription("SHA-256 of the prompt template; null where there was none.") @Nullable
        String promptHash,

        @JsonPropertyDescription("As the seed has it.") @Nullable
        String difficulty,

        @JsonPropertyDescription("BCP 47 tag.") String language,

        @JsonPropertyDescription("SPDX identifier of the licence, where it is known.") @Nullable
        String licence,

        @JsonPropertyDescription("Whether anything but people wrote it.")
        boolean synthetic,

        @JsonPropertyDescription("Steps from real data, which has none.")
        int generationDepth,

        @JsonPropertyDescription("Whether it is a rare case that is not dropped for being unusual.")
        boolean protectedCase,

        @JsonPropertyDescription("The checks that it passed, with their versions.")
        List<String> checks,

        @JsonPropertyDescription("SHA-256 of the conversation.")
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
        @Nullable ModelRef model = candidate.getModel();
        @Nullable PromptRef prompt = candidate.getPrompt();
        return new Example(
                evaluated.getId(),
                candidate.getMessages().stream().map(Turn::of).toList(),
                SplitFiles.name(evaluated.getSplit()),
                seed.getId(),
                seed.getSource().getName(),
                seed.getDomain(),
                candidate.getStrategy().getName(),
                candidate.getStrategy().getVersion(),
                model == null ? null : model.getReturned(),
                prompt == null ? null : prompt.getHash(),
                seed.getDifficulty(),
                seed.getLanguage(),
                provenance.getLicence(),
                provenance.getSynthetic(),
                provenance.getGenerationDepth(),
                seed.getProtectedCase(),
                passed(evaluated),
                provenance.getContentHash());
    }

    /** What somebody wrote in place of the model's answer was not checked. */
    private static List<String> passed(Evaluated evaluated) {
        if (ReviewOutcome.EDIT.name().equals(evaluated.getReviewOutcome())) {
            return List.of();
        }
        return evaluated.getVerified().getChecks().stream()
                .filter(check -> check.getOutcome() == CheckOutcome.PASS)
                .map(check -> check.getName() + "@" + check.getVersion())
                .toList();
    }

    /** One message of the conversation, in the shape of a chat completion. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Turn(
            @JsonPropertyDescription("Who says it: system, user, assistant or tool.")
            String role,

            @JsonPropertyDescription("What is said.") String content,

            @JsonPropertyDescription("The model's reasoning, where its endpoint returns it apart.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String reasoning,

            @JsonPropertyDescription("Calls of tools that the message asks for.")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<Call> toolCalls,

            @JsonPropertyDescription("The call that a message of role tool answers.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
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
    record Call(
            @JsonPropertyDescription("What a message of role tool refers to.")
            String id,

            @JsonPropertyDescription("Always function.") String type,
            @JsonPropertyDescription("The called tool.") Function function) {

        static Call of(ToolCall call) {
            return new Call(call.getId(), "function", new Function(call.getName(), call.getArguments()));
        }
    }

    /** The called tool with its arguments, unparsed. */
    record Function(
            @JsonPropertyDescription("The tool's name.") String name,

            @JsonPropertyDescription("JSON as the model wrote it, unparsed.")
            String arguments) {}
}
