package io.millrace.evaluator.result;

import io.millrace.schemas.SkillMetric;
import io.millrace.schemas.TrainingResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All reports on one dataset, and what each version of it changed in what models can do. */
public record Progress(List<TrainingResult> results) {

    private static final Comparator<TrainingResult> IN_ORDER = Comparator.comparingInt(TrainingResult::getVersion)
            .thenComparing(TrainingResult::getReportedAt)
            .thenComparing(TrainingResult::getId);

    public Progress {
        results = results.stream().sorted(IN_ORDER).toList();
    }

    /**
     * How a skill has changed.
     *
     * @param since the version that it was measured after before
     * @param share null where the metric is no share
     */
    public record Change(int since, double difference, Share.@Nullable Difference share) {}

    public Stream<TrainingResult> of(int version) {
        return results.stream().filter(result -> result.getVersion() == version);
    }

    /** How a measurement differs from the last one that the same trainer made after an earlier version. */
    public Optional<Change> change(TrainingResult result, SkillMetric now) {
        return results.reversed().stream()
                .filter(earlier -> earlier.getVersion() < result.getVersion()
                        && earlier.getTrainer().equals(result.getTrainer()))
                .flatMap(
                        earlier -> same(earlier, now).map(before -> change(earlier.getVersion(), before, now)).stream())
                .findFirst();
    }

    private static Optional<SkillMetric> same(TrainingResult result, SkillMetric wanted) {
        return result.getSkills().stream()
                .filter(skill -> skill.getSkill().equals(wanted.getSkill())
                        && skill.getMetric().equals(wanted.getMetric())
                        && skill.getShare() == wanted.getShare())
                .findFirst();
    }

    private static Change change(int since, SkillMetric before, SkillMetric now) {
        Share.Difference share = now.getShare() ? share(now).since(share(before)) : null;
        return new Change(since, now.getValue() - before.getValue(), share);
    }

    private static Share share(SkillMetric skill) {
        return new Share(skill.getValue(), skill.getItems());
    }
}
