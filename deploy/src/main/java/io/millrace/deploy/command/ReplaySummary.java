package io.millrace.deploy.command;

import io.millrace.deploy.console.Printable;
import io.millrace.deploy.replay.Change;
import io.millrace.deploy.replay.Comparison;
import io.millrace.deploy.replay.ReplayReport;
import io.millrace.deploy.replay.ReplayReport.Group;
import io.millrace.deploy.replay.ReplayReport.Recipes;
import io.millrace.deploy.replay.Side;
import io.millrace.schemas.VerdictKind;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison of verdicts in words. */
final class ReplaySummary {

    private static final int SHORT_HASH = 12;
    private static final int MAX_EVIDENCE = 160;

    private ReplaySummary() {}

    static String of(ReplayReport report) {
        String counts = """
                %,d verdicts compared in %.1f s; %,d on planted candidates passed over.
                  agree                %,9d   accepted %,d, rejected %,d, undecided %,d; %,d for another reason
                %s
                  before  %s
                  now     %s
                  read    %s""".formatted(
                report.compared(),
                report.elapsedSeconds(),
                report.planted(),
                report.agree().values().stream().mapToLong(Long::longValue).sum(),
                report.agree().getOrDefault(VerdictKind.ACCEPTED, 0L),
                report.agree().getOrDefault(VerdictKind.REJECTED, 0L),
                report.agree().getOrDefault(VerdictKind.UNDECIDED, 0L),
                report.otherReason(),
                changes(report),
                recipes(report.was()),
                recipes(report.now()),
                report.ranges().isEmpty() ? "nothing" : String.join(", ", report.ranges()));
        String groups = report.groups().stream().map(ReplaySummary::group).collect(Collectors.joining("\n"));
        String unreadable = report.unreadable() == 0
                ? ""
                : "\n\n%,d records in the range hold no verdict and were left out.".formatted(report.unreadable());
        return Printable.text(counts + (groups.isEmpty() ? "" : "\n\n" + groups) + unreadable);
    }

    private static String changes(ReplayReport report) {
        return Stream.of(Change.values())
                .filter(change -> change != Change.AGREES)
                .map(change -> "  %-20s %,9d".formatted(words(change), report.count(change)))
                .collect(Collectors.joining("\n"));
    }

    private static String recipes(Recipes recipes) {
        String hashes =
                recipes.hashes().entrySet().stream().map(ReplaySummary::recipe).collect(Collectors.joining(", "));
        return hashes + ": " + String.join(", ", recipes.checks());
    }

    private static String recipe(Map.Entry<String, Long> recipe) {
        String hash = recipe.getKey();
        return "recipe %s (%,d)"
                .formatted(hash.length() <= SHORT_HASH ? hash : hash.substring(0, SHORT_HASH), recipe.getValue());
    }

    private static String group(Group group) {
        String heading = "%s, %,d: %s → %s"
                .formatted(
                        words(group.change()),
                        group.count(),
                        reason(group.wasReason(), group.wasCheck()),
                        reason(group.nowReason(), group.nowCheck()));
        return Stream.concat(Stream.of(heading), group.examples().stream().map(ReplaySummary::example))
                .collect(Collectors.joining("\n"));
    }

    private static String reason(String reason, String check) {
        return check.isEmpty() ? reason : "%s by %s".formatted(reason, check);
    }

    private static String example(Comparison comparison) {
        return "  %s of %s: %s → %s"
                .formatted(
                        comparison.candidateId(),
                        Printable.line(comparison.seedId(), MAX_EVIDENCE),
                        evidence(comparison.was()),
                        evidence(comparison.now()));
    }

    private static String evidence(Side side) {
        return side.evidence().isEmpty()
                ? "no check says anything"
                : "'%s'".formatted(Printable.line(side.evidence(), MAX_EVIDENCE));
    }

    private static String words(Change change) {
        return change.toString().replace('-', ' ');
    }
}
