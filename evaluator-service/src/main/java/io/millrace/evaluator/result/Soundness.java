package io.millrace.evaluator.result;

import io.millrace.schemas.SkillMetric;
import io.millrace.schemas.TrainingResult;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a report can be taken in. What comes over HTTP is told why not; what anybody else writes to the topic is left out. */
public final class Soundness {

    private static final int MAX_SKILLS = 1_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+-]{0,199}");
    private static final Pattern DATASET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final long MAX_ITEMS = 1_000_000_000_000L;

    private Soundness() {}

    /** What is wrong with a report, in a sentence that repeats nothing of it; nothing where all is well. */
    public static Optional<String> problem(TrainingResult result) {
        if (!ID.matcher(result.getId()).matches()) {
            return Optional.of(
                    "An id has 1 to 200 letters, digits and . _ : @ + -, and begins with a letter or digit.");
        }
        if (!DATASET.matcher(result.getDataset()).matches() || result.getVersion() < 1) {
            return Optional.of("A report names a dataset, and a version of it from 1.");
        }
        if (!isName(result.getModel()) || !isName(result.getTrainer())) {
            return Optional.of("Model and trainer are named by 1 to 200 characters each.");
        }
        if (result.getSkills().isEmpty() || result.getSkills().size() > MAX_SKILLS) {
            return Optional.of("A report has 1 to 1,000 measurements of skills.");
        }
        Set<String> measured = new HashSet<>();
        for (SkillMetric skill : result.getSkills()) {
            Optional<String> problem = problem(skill);
            if (problem.isPresent()) {
                return problem;
            }
            if (!measured.add(skill.getSkill() + "\n" + skill.getMetric())) {
                return Optional.of("A report has each metric of a skill once.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(SkillMetric skill) {
        if (!isName(skill.getSkill()) || !isName(skill.getMetric())) {
            return Optional.of("Skills and metrics are named by 1 to 200 characters each.");
        }
        if (skill.getItems() < 1 || skill.getItems() > MAX_ITEMS) {
            return Optional.of("A skill is measured on 1 to 1,000,000,000,000 items.");
        }
        Double baseline = skill.getBaseline();
        if (!fits(skill.getValue(), skill.getShare()) || (baseline != null && !fits(baseline, skill.getShare()))) {
            return Optional.of(
                    "A value is a number, from 0 to 1 where it is a share; say \"share\": false where it is none.");
        }
        return Optional.empty();
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.isBlank();
    }

    private static boolean fits(double value, boolean share) {
        return Double.isFinite(value) && (!share || (value >= 0 && value <= 1));
    }
}
