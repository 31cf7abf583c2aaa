package io.millrace.deploy.replay;

import io.millrace.deploy.replay.ReplayReport.Group;
import io.millrace.deploy.replay.ReplayReport.Recipes;
import io.millrace.deploy.stream.Stretch;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import io.millrace.verifier.check.Examination;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what becomes of old verdicts, and keeps some examples of each change. */
public final class ReplayTally {

    private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::change)
            .thenComparing(Kind::wasReason)
            .thenComparing(Kind::wasCheck)
            .thenComparing(Kind::nowReason)
            .thenComparing(Kind::nowCheck);

    private final int maxExamples;
    private final Map<VerdictKind, Long> agree = new EnumMap<>(VerdictKind.class);
    private final Map<Change, Long> changes = new EnumMap<>(Change.class);
    private final SortedMap<Kind, Alike> kinds = new TreeMap<>(ORDER);
    private final SortedMap<String, Long> oldHashes = new TreeMap<>();
    private final Set<String> oldChecks = new TreeSet<>();
    private long planted;
    private long otherReason;

    /** What candidates have in common whose verdicts change alike. */
    private record Kind(Change change, String wasReason, String wasCheck, String nowReason, String nowCheck) {

        static Kind of(Comparison comparison) {
            Side was = comparison.was();
            Side now = comparison.now();
            return new Kind(comparison.change(), was.reason(), was.check(), now.reason(), now.check());
        }
    }

    /** @param maxExamples how many candidates are shown of each kind of change */
    public ReplayTally(int maxExamples) {
        this.maxExamples = maxExamples;
    }

    /** A verdict on a planted candidate was passed over. */
    void planted() {
        planted++;
    }

    /** The candidate of this verdict is judged again. */
    void taken(Verified old) {
        oldHashes.merge(old.getProvenance().getProducer().getConfigHash(), 1L, Long::sum);
        old.getChecks().stream().map(Side::name).forEach(oldChecks::add);
    }

    void compared(Comparison comparison) {
        Change change = comparison.change();
        if (change == Change.AGREES) {
            agree.merge(comparison.was().verdict(), 1L, Long::sum);
            otherReason += comparison.was().reason().equals(comparison.now().reason()) ? 0 : 1;
        } else {
            changes.merge(change, 1L, Long::sum);
            kinds.computeIfAbsent(Kind.of(comparison), kind -> new Alike()).add(comparison, maxExamples);
        }
    }

    /** Candidates with both verdicts so far. */
    public long compared() {
        return total(agree) + total(changes) - count(Change.NOT_JUDGED);
    }

    public long count(Change change) {
        return changes.getOrDefault(change, 0L);
    }

    /** Verdicts so far that do not stay. */
    public long changed() {
        return total(changes) - count(Change.NOT_JUDGED);
    }

    /**
     * Closes the books.
     *
     * @param stretches what was read
     * @param unreadable records in them that hold no verdict
     * @param examination what has judged
     */
    public ReplayReport report(
            List<Stretch> stretches, long unreadable, Examination examination, double elapsedSeconds) {
        List<String> newChecks = examination.checks().stream()
                .map(check -> check.name() + "/" + check.version())
                .sorted()
                .toList();
        return new ReplayReport(
                stretches.stream().map(Stretch::toString).toList(),
                compared(),
                planted,
                unreadable,
                Collections.unmodifiableMap(agree),
                otherReason,
                Collections.unmodifiableMap(changes),
                kinds.entrySet().stream()
                        .map(each -> group(each.getKey(), each.getValue()))
                        .toList(),
                new Recipes(Collections.unmodifiableSortedMap(oldHashes), List.copyOf(oldChecks)),
                new Recipes(Map.of(examination.configHash(), compared()), newChecks),
                elapsedSeconds);
    }

    private static Group group(Kind kind, Alike alike) {
        return new Group(
                kind.change(),
                kind.wasReason(),
                kind.wasCheck(),
                kind.nowReason(),
                kind.nowCheck(),
                alike.count,
                alike.first);
    }

    private static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Candidates of one kind of change. */
    private static final class Alike {

        private final List<Comparison> first = new ArrayList<>();
        private long count;

        void add(Comparison comparison, int maxExamples) {
            count++;
            if (first.size() < maxExamples) {
                first.add(comparison);
            }
        }
    }
}
