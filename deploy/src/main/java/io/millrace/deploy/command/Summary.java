package io.millrace.deploy.command;

import io.millrace.deploy.account.Report;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** A report in words. */
final class Summary {

    private Summary() {}

    static String of(Report report, Path out) {
        String text = """
                %,d seeds gave %,d candidates in %.1f s, %,.0f a second.
                  accepted      %,9d   kept        %,9d
                  rejected      %,9d   duplicates  %,9d
                  undecided     %,9d
                  dead letters  %,9d
                  unaccounted   %,9d   falsely accepted %,4d
                  reasons       %s
                Everything is in %s.""".formatted(
                        report.seeds(),
                        report.candidates(),
                        report.elapsedSeconds(),
                        report.recordsPerSecond(),
                        report.accepted(),
                        report.kept(),
                        report.rejected(),
                        report.duplicates(),
                        report.undecided(),
                        report.deadLettered(),
                        report.unaccounted(),
                        report.falseAccepts(),
                        counts(report.byReason()),
                        out);
        return report.unaccounted() == 0
                ? text
                : text + "\nNot everything is accounted for: nothing moved any more. See the services' logs.";
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
