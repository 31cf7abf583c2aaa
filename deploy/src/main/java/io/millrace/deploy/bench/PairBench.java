package io.millrace.deploy.bench;

import io.millrace.deploy.intake.JsonLines;
import io.millrace.evaluator.group.Comparison;
import io.millrace.evaluator.group.LengthBalance;
import io.millrace.evaluator.group.Pair;
import io.millrace.evaluator.group.PairFigures;
import io.millrace.schemas.CandidateGroup;
import io.millrace.schemas.Decision;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.MemberOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** How many preference pairs labelled answers give, and whether their length gives away which is preferred. */
public final class PairBench {

    private final Map<String, List<GroupMember>> bySeed = new LinkedHashMap<>();

    /** The pairs that one way of making them gives of one set of answers. */
    public record Row(String answers, String way, PairFigures figures) {}

    /** Takes answers in, each with {@code seedId}, {@code completion} and {@code expectedCorrect}; other lines are passed over. */
    public PairBench add(Path file) {
        JsonLines.each(
                file,
                (line, object) -> {
                    if (object.path("completion").isTextual()
                            && object.path("expectedCorrect").isBoolean()) {
                        bySeed.computeIfAbsent(object.path("seedId").asText(), seed -> new ArrayList<>())
                                .add(member(
                                        "c-" + line,
                                        object.path("completion").asText(),
                                        object.path("expectedCorrect").asBoolean()));
                    }
                },
                bad -> {});
        return this;
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>(rows("all answers", bySeed.values()));
        rows.addAll(rows(
                "right ones long-winded",
                bySeed.values().stream().map(PairBench::longWinded).toList()));
        return rows;
    }

    private static List<Row> rows(String answers, Collection<List<GroupMember>> groups) {
        List<List<GroupMember>> comparable =
                groups.stream().filter(members -> !nearest(members).isEmpty()).toList();
        List<Pair> inOrder = comparable.stream()
                .flatMap(members -> inOrder(members).stream())
                .toList();
        List<Pair> nearest = comparable.stream()
                .flatMap(members -> nearest(members).stream())
                .toList();
        return List.of(
                new Row(answers, "as they come", PairFigures.of(inOrder)),
                new Row(answers, "nearest in length", PairFigures.of(nearest)),
                new Row(answers, "and at most 55 % longer", PairFigures.of(LengthBalance.USUAL.keep(nearest))),
                new Row(answers, "and at most 50 % longer", PairFigures.of(new LengthBalance(0.5).keep(nearest))));
    }

    private static List<Pair> nearest(List<GroupMember> members) {
        CandidateGroup group =
                CandidateGroup.newBuilder().setPrompt("").setMembers(members).build();
        return Comparison.USUAL.pairs(group, Set.of());
    }

    private static List<Pair> inOrder(List<GroupMember> members) {
        List<GroupMember> passed = with(MemberOutcome.PASSED, members);
        List<GroupMember> failed = with(MemberOutcome.FAILED, members);
        return IntStream.range(0, Math.min(passed.size(), failed.size()))
                .mapToObj(i -> new Pair(passed.get(i), failed.get(i)))
                .toList();
    }

    /** Without the right answers that are shorter than the average, as a model would give that goes on and on where it is sure. */
    private static List<GroupMember> longWinded(List<GroupMember> members) {
        double average =
                members.stream().mapToInt(GroupMember::getLength).average().orElse(0);
        return members.stream()
                .filter(member -> member.getOutcome() == MemberOutcome.FAILED || member.getLength() >= average)
                .toList();
    }

    private static List<GroupMember> with(MemberOutcome outcome, List<GroupMember> members) {
        return members.stream().filter(member -> member.getOutcome() == outcome).toList();
    }

    private static GroupMember member(String id, String answer, boolean right) {
        return new GroupMember(
                id,
                right ? MemberOutcome.PASSED : MemberOutcome.FAILED,
                right ? Decision.KEEP : Decision.DROP,
                answer.codePointCount(0, answer.length()),
                right ? 1.0 : 0.0);
    }
}
