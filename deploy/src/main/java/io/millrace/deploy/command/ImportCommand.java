package io.millrace.deploy.command;

import io.millrace.deploy.account.Agreement;
import io.millrace.deploy.account.Report;
import io.millrace.deploy.account.Verdicts;
import io.millrace.deploy.console.ProgressLine;
import io.millrace.deploy.holdout.Holdout;
import io.millrace.deploy.holdout.HoldoutShelf;
import io.millrace.deploy.intake.CandidateLines;
import io.millrace.deploy.intake.ImportedCandidate;
import io.millrace.deploy.intake.Intake;
import io.millrace.deploy.intake.SeedLines;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.run.OutputDirectory;
import io.millrace.deploy.run.Run;
import io.millrace.deploy.run.Session;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies what other systems made. */
@Command(
        name = "import",
        description = {
            "Verify candidates that other systems made. Uses the running factory, or a temporary one.",
            "Leaves report.json, verdicts.jsonl and, where candidates say 'expectedCorrect', disagreements.jsonl."
        },
        footerHeading = "%nWhat a line of candidates holds; ? marks what may be missing (seeds: see submit --help):%n",
        footer = {
            "  {\"seedId\":\"…\",\"model\":\"…\",\"completion\":\"…\",\"reasoning\":\"…\"?,",
            "   \"expectedCorrect\":true?,\"strategy\":{\"name\":\"…\",\"version\":\"…\"?}?,",
            "   \"prompt\":{\"templateId\":\"…\",\"version\":\"…\"?,\"hash\":\"…\"?,\"variables\":{…}?}?,",
            "   \"sampling\":{\"temperature\":0.7?,\"topP\":0.9?,\"maxTokens\":900?,\"seed\":1?}?,",
            "   \"usage\":{\"inputTokens\":9,\"outputTokens\":9,\"costMicros\":9?,",
            "            \"priceTableVersion\":\"…\"?}?,\"finishReason\":\"stop\"?,",
            "   \"latencyMillis\":900?,\"license\":\"MIT\"?,\"createdAt\":\"2025-03-01T12:00:00Z\"?,…}",
            "In place of completion also a conversation, with or without the seed's question, which then stands in its last"
                    + " message of a user word for word:",
            "   \"messages\":[{\"role\":\"system\" | \"user\" | \"assistant\" | \"tool\",\"content\":\"…\"?,",
            "     \"reasoning\":\"…\"?,\"toolCalls\":[{\"id\":\"…\",\"name\":\"…\",\"arguments\":\"{…}\"},…]?,",
            "     \"toolCallId\":\"…\"?},…]",
            "Up to 64 further fields of any form are carried along as text, and shown by lineage."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final HoldoutOption holdout = new HoldoutOption();

    @Option(names = "--seeds", required = true, paramLabel = "FILE", description = "Seeds, one JSON object a line.")
    private Path seedFile = Path.of("");

    @Option(
            names = "--candidates",
            required = true,
            paramLabel = "FILE",
            description = "Candidates, one JSON object a line.")
    private Path candidateFile = Path.of("");

    @Option(names = "--dataset", description = "Where what is kept goes; ${DEFAULT-VALUE} by default.")
    private String dataset = "imported";

    @Override
    public Integer call() {
        Submission submission = Submissions.begin("import", dataset);
        Intake<Seed> seeds = marked(SeedLines.read(seedFile, submission));
        Intake<ImportedCandidate> candidates = CandidateLines.read(candidateFile, seeds.good(), submission);
        console.complain(seedFile, seeds.bad());
        console.complain(candidateFile, candidates.bad());
        OutputDirectory out = options.out();
        out.prepare();
        var verdicts = new Verdicts();
        Report report = run(submission, seeds.good(), candidates.good(), verdicts, out);
        out.writeJson("report.json", report);
        out.writeLines(
                "verdicts.jsonl",
                candidates.good().stream()
                        .map(each -> verdicts.of(each.candidate()))
                        .toList());
        Agreement agreement = compare(candidates.good(), verdicts);
        if (agreement.compared() > 0) {
            out.writeLines("disagreements.jsonl", agreement.disagreements());
            console.say(agreement.table() + "\n");
        }
        console.show(report, Summary.of(report, out.path()));
        boolean allRead = seeds.bad().isEmpty() && candidates.bad().isEmpty();
        return report.sound() && allRead ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Report run(
            Submission submission,
            List<Seed> seeds,
            List<ImportedCandidate> candidates,
            Verdicts verdicts,
            OutputDirectory out) {
        Map<String, Integer> samples = candidates.stream()
                .collect(Collectors.toMap(each -> each.candidate().getSeed().getId(), each -> 1, Integer::sum));
        Set<String> wrong = candidates.stream()
                .filter(each -> !each.expectedCorrect().orElse(true))
                .map(each -> each.candidate().getId())
                .collect(Collectors.toSet());
        try (Session session = console.open(state, out);
                ProgressLine line = console.progress()) {
            if (holdout.given()) {
                List<Seed> held =
                        seeds.stream().filter(holdout.orDeclared()::takes).toList();
                new HoldoutShelf(session.connect()).hold(held, submission.at());
            }
            var run = new Run(
                    session.connect(), submission.id(), samples, each -> wrong.contains(each.getId()), verdicts);
            Stream<Candidate> records = candidates.stream().map(ImportedCandidate::candidate);
            return run.send(
                    Topic.CANDIDATES,
                    records,
                    each -> each.getSeed().getId(),
                    options.stallTimeout(),
                    RunOptions.listener(session, samples.size(), line));
        }
    }

    /** Those that are held out are for testing; what others made of them is verified like everything else. */
    private Intake<Seed> marked(Intake<Seed> seeds) {
        Holdout rule = holdout.orDeclared();
        return new Intake<>(seeds.good().stream().map(rule::mark).toList(), seeds.bad());
    }

    private static Agreement compare(List<ImportedCandidate> candidates, Verdicts verdicts) {
        var agreement = new Agreement();
        candidates.forEach(each ->
                each.expectedCorrect().ifPresent(expected -> agreement.add(expected, verdicts.of(each.candidate()))));
        return agreement;
    }
}
