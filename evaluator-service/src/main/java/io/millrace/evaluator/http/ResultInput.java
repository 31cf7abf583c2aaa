package io.millrace.evaluator.http;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.evaluator.result.Soundness;
import io.millrace.schemas.SkillMetric;
import io.millrace.schemas.TrainingResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a trainer reports, as it comes in. */
@Serdeable
record ResultInput(
        @Nullable String id,
        @Nullable String dataset,
        @Nullable Integer version,
        @Nullable String model,
        @Nullable String trainer,
        @Nullable List<@Nullable SkillInput> skills) {

    /** One measurement, as it comes in; a share where it does not say that it is none. */
    @Serdeable
    record SkillInput(
            @Nullable String skill,
            @Nullable String metric,
            @Nullable Double value,
            @Nullable Long items,
            @Nullable Double baseline,
            @Nullable Boolean share) {

        private SkillMetric measured() throws UnfitException {
            if (value == null || items == null) {
                throw new UnfitException("Every measurement has skill, metric, value and items.");
            }
            return SkillMetric.newBuilder()
                    .setSkill(Objects.requireNonNullElse(skill, ""))
                    .setMetric(Objects.requireNonNullElse(metric, ""))
                    .setValue(value)
                    .setItems(items)
                    .setBaseline(baseline)
                    .setShare(share == null || share)
                    .build();
        }
    }

    /** The report that it is. */
    TrainingResult at(Instant now) throws UnfitException {
        List<SkillMetric> metrics = new ArrayList<>();
        for (SkillInput each : Objects.requireNonNullElse(skills, List.<@Nullable SkillInput>of())) {
            if (each == null) {
                throw new UnfitException("Every measurement is an object.");
            }
            metrics.add(each.measured());
        }
        TrainingResult result = TrainingResult.newBuilder()
                .setId(Objects.requireNonNullElse(id, ""))
                .setDataset(Objects.requireNonNullElse(dataset, ""))
                .setVersion(version == null ? 0 : version)
                .setModel(Objects.requireNonNullElse(model, ""))
                .setTrainer(Objects.requireNonNullElse(trainer, ""))
                .setSkills(metrics)
                .setReportedAt(now)
                .build();
        Optional<String> problem = Soundness.problem(result);
        if (problem.isPresent()) {
            throw new UnfitException(problem.get());
        }
        return result;
    }

    /** What came in is no report; the message says why, and repeats nothing of it. */
    static final class UnfitException extends Exception {

        private static final long serialVersionUID = 1L;

        UnfitException(String message) {
            super(message);
        }
    }
}
