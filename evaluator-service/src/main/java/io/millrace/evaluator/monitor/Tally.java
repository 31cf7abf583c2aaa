package io.millrace.evaluator.monitor;

import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Rate;
import io.millrace.schemas.Topic;
import io.millrace.schemas.VerdictKind;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What passed through the factory since its beginning.
 *
 * @param byStage records on each topic, dead letters included
 * @param byVerdict records by verdict, without those that were planted
 * @param planted records that were planted to try the verifier, by what their verdicts showed
 * @param kept records that went into a dataset
 * @param duplicates accepted records that said what, or nearly what, was kept already
 * @param notKept records that were not kept, by reason, without those that were planted
 */
public record Tally(
        Map<String, Long> byStage,
        Map<String, Long> byVerdict,
        Map<String, Long> planted,
        long kept,
        long duplicates,
        Map<String, Long> notKept) {

    public Tally {
        byStage = Map.copyOf(byStage);
        byVerdict = Map.copyOf(byVerdict);
        planted = Map.copyOf(planted);
        notKept = Map.copyOf(notKept);
    }

    /** Sums up counts since the beginning. */
    static Tally of(Collection<Rate> rates) {
        Predicate<Rate> judged = rate -> rate.getStage().equals(Topic.VERIFIED.name());
        Predicate<Rate> planted = rate -> rate.getOutcome().equals(Ruling.PLANTED);
        Predicate<Rate> decided = rate -> rate.getStage().equals(Topic.EVALUATED.name())
                && !rate.getReason().equals(Ruling.PLANTED);
        Predicate<Rate> reviewed = rate -> rate.getStage().equals(Topic.REVIEWS.name());
        Predicate<Rate> keep = rate -> rate.getOutcome().equals(Decision.KEEP.name());
        Map<String, Long> notKept = sums(rates, decided.and(keep.negate()), Rate::getReason);
        return new Tally(
                sums(rates, rate -> true, Rate::getStage),
                sums(rates, judged.and(planted.negate()), Rate::getOutcome),
                sums(rates, judged.and(planted), Rate::getReason),
                sums(rates, decided.or(reviewed).and(keep), Rate::getOutcome).getOrDefault(Decision.KEEP.name(), 0L),
                Ruling.DUPLICATES.stream()
                        .mapToLong(reason -> notKept.getOrDefault(reason, 0L))
                        .sum(),
                notKept);
    }

    public long stage(String name) {
        return byStage.getOrDefault(name, 0L);
    }

    public long verdicts(VerdictKind verdict) {
        return byVerdict.getOrDefault(verdict.name(), 0L);
    }

    public long allVerdicts() {
        return byVerdict.values().stream().mapToLong(Long::longValue).sum();
    }

    public long deadLettered() {
        return byStage.entrySet().stream()
                .filter(stage -> stage.getKey().endsWith(".dlq"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Long> sums(Collection<Rate> rates, Predicate<Rate> which, Function<Rate, String> by) {
        return rates.stream().filter(which).collect(Collectors.groupingBy(by, Collectors.summingLong(Rate::getCount)));
    }
}
