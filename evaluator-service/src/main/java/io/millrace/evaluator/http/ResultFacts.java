package io.millrace.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.evaluator.result.Progress;
import io.millrace.evaluator.result.Share;
import io.millrace.schemas.SkillMetric;
import io.millrace.schemas.TrainingResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a trainer reported, and what has changed since its report on the version before. */
@Serdeable
record ResultFacts(String id, int version, String model, String trainer, String reportedAt, List<SkillFacts> skills) {

    /**
     * One measurement.
     *
     * @param low end of the share's interval of 95 %; null where it is no share
     * @param change null where the same was not measured before
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SkillFacts(
            String skill,
            String metric,
            double value,
            long items,
            @Nullable Double baseline,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable ChangeFacts change) {

        private static SkillFacts of(TrainingResult result, SkillMetric skill, Progress progress) {
            @Nullable Share share = skill.getShare() ? new Share(skill.getValue(), skill.getItems()) : null;
            return new SkillFacts(
                    skill.getSkill(),
                    skill.getMetric(),
                    skill.getValue(),
                    skill.getItems(),
                    skill.getBaseline(),
                    share == null ? null : share.low(),
                    share == null ? null : share.high(),
                    progress.change(result, skill).map(ChangeFacts::of).orElse(null));
        }
    }

    /**
     * How a measurement differs from the one before.
     *
     * @param since the version that was measured then
     * @param low end of the difference's interval of 95 %; null where it is no share
     * @param beyondChance whether that interval leaves 0 out; null where it is no share
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ChangeFacts(
            int since,
            double difference,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Boolean beyondChance) {

        private static ChangeFacts of(Progress.Change change) {
            Share.Difference share = change.share();
            return new ChangeFacts(
                    change.since(),
                    change.difference(),
                    share == null ? null : share.low(),
                    share == null ? null : share.high(),
                    share == null ? null : share.beyondChance());
        }
    }

    static ResultFacts of(TrainingResult result, Progress progress) {
        return new ResultFacts(
                result.getId(),
                result.getVersion(),
                result.getModel(),
                result.getTrainer(),
                result.getReportedAt().toString(),
                result.getSkills().stream()
                        .map(skill -> SkillFacts.of(result, skill, progress))
                        .toList());
    }
}
