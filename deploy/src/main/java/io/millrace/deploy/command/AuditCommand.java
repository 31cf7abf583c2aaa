package io.millrace.deploy.command;

import io.millrace.deploy.audit.FactoryAudit;
import io.millrace.deploy.console.OperatorException;
import io.millrace.verifier.audit.Audit;
import io.millrace.verifier.audit.AuditRow;
import io.millrace.verifier.audit.Finding;
import io.millrace.verifier.audit.Interval;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how often each check is wrong. */
@Command(
        name = "audit",
        description = {
            "Try every check on attacks and right answers, without a factory.",
            "Fails where a wrong answer is accepted."
        },
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = "The verification recipe whose checks are tried; the built-in one by default.")
    private @Nullable Path recipe;

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            description = "Only this suite, for instance math-answer; may be repeated.")
    private List<String> suites = List.of();

    /** What the command says, for programs. */
    private record Report(boolean sound, List<Row> rows, List<Finding> findings) {}

    private record Row(AuditRow counts, Interval falseAcceptRate, Interval falseRejectRate) {}

    @Override
    public Integer call() {
        Audit audit =
                FactoryAudit.run(VerificationRecipes.read(recipe), name -> suites.isEmpty() || suites.contains(name));
        if (audit.rows().isEmpty()) {
            throw new OperatorException("No suite is called so.");
        }
        List<Row> rows = audit.rows().stream()
                .map(row -> new Row(row, row.falseAcceptRate(), row.falseRejectRate()))
                .toList();
        console.show(new Report(audit.sound(), rows, audit.findings()), text(audit));
        return audit.sound() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String text(Audit audit) {
        String heading = "%-28s %-24s %24s %28s %10s"
                .formatted("suite", "check", "false accepts (95 %)", "false rejects (95 %)", "undecided");
        Stream<String> rows = audit.rows().stream().map(AuditCommand::line);
        Stream<String> findings = audit.findings().stream()
                .map(finding -> "%s: %s '%s': %s, %s"
                        .formatted(
                                finding.suite(),
                                finding.accepted() ? "accepted the wrong" : "rejected the right",
                                finding.probe(),
                                finding.reason(),
                                finding.evidence()));
        Stream<String> silences = audit.rows().stream()
                .filter(AuditRow::silent)
                .map(row -> "%s: nothing of it could be judged here.".formatted(row.suite()));
        return Stream.of(Stream.of(heading), rows, findings, silences)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String line(AuditRow row) {
        return "%-28s %-24s %24s %28s %10d"
                .formatted(
                        row.suite(),
                        row.check() + "/" + row.version(),
                        share(row.falseAccepts(), row.wrong(), row.falseAcceptRate()),
                        share(row.falseRejects(), row.right(), row.falseRejectRate()),
                        row.undecided());
    }

    private static String share(int hits, int trials, Interval interval) {
        return "%d of %d (%.1f–%.1f %%)".formatted(hits, trials, 100 * interval.low(), 100 * interval.high());
    }
}
