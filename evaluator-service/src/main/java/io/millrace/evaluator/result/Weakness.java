package io.millrace.evaluator.result;

import io.millrace.schemas.SkillMetric;
import io.millrace.schemas.TrainingResult;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A skill that a model surely lacks.
 *
 * @param atMost the upper end of the share's interval, so that few items show nothing
 */
record Weakness(SkillMetric metric, double atMost) {

    private static final Comparator<Weakness> WEAKEST = Comparator.comparingDouble(Weakness::atMost)
            .thenComparing(weakness -> weakness.metric().getSkill());

    /** The skills of which surely less than a share is right, the weakest first; of several metrics of a skill the lowest counts. */
    static List<Weakness> of(TrainingResult result, double below) {
        Map<String, Weakness> found = new HashMap<>();
        for (SkillMetric metric : result.getSkills()) {
            if (metric.getShare()) {
                var weakness = new Weakness(metric, new Share(metric.getValue(), metric.getItems()).high());
                found.merge(metric.getSkill(), weakness, (one, other) -> one.atMost <= other.atMost ? one : other);
            }
        }
        return found.values().stream()
                .filter(weakness -> weakness.atMost < below)
                .sorted(WEAKEST)
                .toList();
    }
}
