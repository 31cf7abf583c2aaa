package io.millrace.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.evaluator.monitor.LineageSource.Located;
import io.millrace.evaluator.monitor.ResultLedger;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Score;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.ToolCall;
import io.millrace.schemas.Usage;
import io.millrace.schemas.Verified;
import io.millrace.schemas.Withdrawal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that is known of one record: the path it took, and the receipts it collected. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Lineage(
        String id,
        String verdict,
        String reason,
        String decision,
        String decisionReason,
        String policyVersion,
        String split,
        @Nullable String duplicateOf,
        @Nullable DropFacts drop,
        @Nullable NearestFacts nearest,
        List<BenchmarkFacts> benchmarkHits,
        @Nullable String benchmarks,
        @Nullable WithdrawalFacts withdrawn,
        List<ReviewFacts> reviews,
        @Nullable GroupFacts group,
        @Nullable VersionFacts version,
        List<Step> path,
        SeedFacts seed,
        StrategyFacts strategy,
        @Nullable ModelFacts model,
        @Nullable PromptFacts prompt,
        @Nullable SamplingFacts sampling,
        @Nullable UsageFacts usage,
        boolean cached,
        @Nullable String finishReason,
        List<CallFacts> earlierCalls,
        @Nullable SelectionFacts selection,
        @Nullable ExtractionFacts extraction,
        List<CheckFacts> checks,
        List<ScoreFacts> scores,
        List<Turn> messages,
        String contentHash,
        int generationDepth,
        boolean synthetic,
        @Nullable String licence,
        Map<String, String> foreign) {

    static Lineage of(Located located) {
        Evaluated evaluated = located.evaluated();
        Verified verified = evaluated.getVerified();
        Candidate candidate = verified.getCandidate();
        var receipt = evaluated.getProvenance();
        return new Lineage(
                candidate.getId(),
                verified.getVerdict().name(),
                verified.getReason(),
                evaluated.getDecision().name(),
                evaluated.getReason(),
                evaluated.getPolicyVersion(),
                evaluated.getSplit().name(),
                evaluated.getDuplicateOf(),
                known(evaluated.getDrop(), DropFacts::of),
                known(evaluated.getNearest(), NearestFacts::of),
                evaluated.getBenchmarkHits().stream().map(BenchmarkFacts::of).toList(),
                evaluated.getBenchmarks(),
                known(located.withdrawal(), WithdrawalFacts::of),
                located.reviews().stream().map(ReviewFacts::of).toList(),
                GroupFacts.of(located.groups(), candidate.getId()),
                known(located.version(), VersionFacts::of),
                Step.path(located),
                SeedFacts.of(candidate.getSeed()),
                StrategyFacts.of(candidate),
                known(candidate.getModel(), ModelFacts::of),
                known(candidate.getPrompt(), PromptFacts::of),
                known(candidate.getSampling(), SamplingFacts::of),
                known(candidate.getUsage(), UsageFacts::of),
                candidate.getCached(),
                candidate.getFinishReason(),
                candidate.getEarlierCalls().stream().map(CallFacts::of).toList(),
                known(candidate.getSelection(), SelectionFacts::of),
                known(verified.getExtraction(), ExtractionFacts::of),
                verified.getChecks().stream().map(CheckFacts::of).toList(),
                evaluated.getScores().stream().map(ScoreFacts::of).toList(),
                candidate.getMessages().stream().map(Turn::of).toList(),
                receipt.getContentHash(),
                receipt.getGenerationDepth(),
                receipt.getSynthetic(),
                receipt.getLicence(),
                candidate.getForeign());
    }

    private static <T, F> @Nullable F known(@Nullable T receipt, Function<T, F> facts) {
        return receipt == null ? null : facts.apply(receipt);
    }

    /** Why the record is no longer held to be good, and who says so. */
    @Serdeable
    record WithdrawalFacts(String reason, String by, String at) {

        static WithdrawalFacts of(Withdrawal withdrawal) {
            return new WithdrawalFacts(
                    withdrawal.getReason(),
                    withdrawal.getWithdrawnBy(),
                    withdrawal.getWithdrawnAt().toString());
        }
    }

    /** The version of its dataset that the record went into, and the event that told of it. */
    @Serdeable
    record VersionFacts(int number, String directory, String event) {

        static VersionFacts of(ResultLedger.Version version) {
            return new VersionFacts(version.number(), version.directory(), version.event());
        }
    }

    /** What made the candidate. */
    @Serdeable
    record StrategyFacts(String name, String version, int sampleIndex) {

        static StrategyFacts of(Candidate candidate) {
            StrategyRef strategy = candidate.getStrategy();
            return new StrategyFacts(strategy.getName(), strategy.getVersion(), candidate.getSampleIndex());
        }
    }

    /** The model that answered. */
    @Serdeable
    record ModelFacts(String requested, String returned, String endpoint) {

        static ModelFacts of(ModelRef model) {
            return new ModelFacts(model.getRequested(), model.getReturned(), model.getEndpoint());
        }
    }

    /** The prompt template that was rendered. */
    @Serdeable
    record PromptFacts(String templateId, String version, String hash, Map<String, String> variables) {

        static PromptFacts of(PromptRef prompt) {
            return new PromptFacts(
                    prompt.getTemplateId(), prompt.getVersion(), prompt.getHash(), prompt.getVariables());
        }
    }

    /** The sampling settings that were sent. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SamplingFacts(
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer maxTokens,
            @Nullable Long seed) {

        static SamplingFacts of(Sampling sampling) {
            return new SamplingFacts(
                    sampling.getTemperature(), sampling.getTopP(), sampling.getMaxTokens(), sampling.getSeed());
        }
    }

    /** What the answer used. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UsageFacts(
            long inputTokens,
            long outputTokens,
            @Nullable Long costMicros,
            @Nullable String priceTableVersion) {

        static UsageFacts of(Usage usage) {
            return new UsageFacts(
                    usage.getInputTokens(),
                    usage.getOutputTokens(),
                    usage.getCostMicros(),
                    usage.getPriceTableVersion());
        }
    }

    /** What was asked on the way to the answer. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallFacts(
            String step,
            ModelFacts model,
            PromptFacts prompt,
            SamplingFacts sampling,
            @Nullable UsageFacts usage,
            boolean cached,
            @Nullable String finishReason) {

        static CallFacts of(EarlierCall call) {
            return new CallFacts(
                    call.getStep(),
                    ModelFacts.of(call.getModel()),
                    PromptFacts.of(call.getPrompt()),
                    SamplingFacts.of(call.getSampling()),
                    known(call.getUsage(), UsageFacts::of),
                    call.getCached(),
                    call.getFinishReason());
        }
    }

    /** The answer that was read out of the last message. */
    @Serdeable
    record ExtractionFacts(String answer, String extractor, String version, String rule) {

        static ExtractionFacts of(Extraction found) {
            return new ExtractionFacts(found.getAnswer(), found.getExtractor(), found.getVersion(), found.getRule());
        }
    }

    /** What one check concluded. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckFacts(
            String name,
            String version,
            String configHash,
            String outcome,
            String evidence,
            @Nullable Double score,
            long tookMicros,
            @Nullable String isolation,
            Map<String, String> measurements) {

        static CheckFacts of(CheckResult check) {
            return new CheckFacts(
                    check.getName(),
                    check.getVersion(),
                    check.getConfigHash(),
                    check.getOutcome().name(),
                    check.getEvidence(),
                    check.getScore(),
                    check.getTookMicros(),
                    check.getIsolation(),
                    check.getMeasurements());
        }
    }

    /** One dimension of quality. */
    @Serdeable
    record ScoreFacts(String dimension, String scorer, String version, double value) {

        static ScoreFacts of(Score score) {
            return new ScoreFacts(score.getDimension(), score.getScorer(), score.getVersion(), score.getValue());
        }
    }

    /** One turn of the conversation. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Turn(
            String role,
            String content,
            @Nullable String reasoning,
            List<Call> toolCalls,
            @Nullable String toolCallId) {

        static Turn of(Message message) {
            return new Turn(
                    message.getRole(),
                    message.getContent(),
                    message.getReasoning(),
                    message.getToolCalls().stream().map(Call::of).toList(),
                    message.getToolCallId());
        }
    }

    /** A call that the model asked for. */
    @Serdeable
    record Call(String id, String name, String arguments) {

        static Call of(ToolCall call) {
            return new Call(call.getId(), call.getName(), call.getArguments());
        }
    }
}
