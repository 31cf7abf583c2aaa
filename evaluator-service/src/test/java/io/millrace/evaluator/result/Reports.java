package io.millrace.evaluator.result;

import io.millrace.schemas.SkillMetric;
import io.millrace.schemas.TrainingResult;
import io.millrace.schemas.TrustedRecords;
import java.time.Instant;
import java.util.List;

/** Reports for tests. */
public final class Reports {

    static {
        TrustedRecords.allow();
    }

    private Reports() {}

    public static TrainingResult report(String id, int version, SkillMetric... skills) {
        return TrainingResult.newBuilder()
                .setId(id)
                .setDataset("sums")
                .setVersion(version)
                .setModel("small-1")
                .setTrainer("lab")
                .setSkills(List.of(skills))
                .setReportedAt(Instant.EPOCH.plusSeconds(version))
                .build();
    }

    public static SkillMetric accuracy(String skill, double value, long items) {
        return SkillMetric.newBuilder()
                .setSkill(skill)
                .setMetric("accuracy")
                .setValue(value)
                .setItems(items)
                .build();
    }
}
