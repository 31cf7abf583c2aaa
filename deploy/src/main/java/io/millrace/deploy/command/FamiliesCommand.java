package io.millrace.deploy.command;

import io.millrace.deploy.audit.FactoryAudit;
import io.millrace.deploy.audit.FamilyProof;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Wording;
import io.millrace.schemas.Split;
import io.millrace.verifier.audit.Audit;
import io.millrace.verifier.audit.AuditRow;
import io.millrace.verifier.audit.Finding;
import io.millrace.verifier.recipe.RecipeReader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which rule families there are, and proves what they promise. */
@Command(
        name = "families",
        description = {
            "List the rule families: their levels, how many training items each has, and an example.",
            "With --check, fail unless the verifier rejects no right answer and accepts no wrong one, and no item comes twice."
        },
        mixinStandardHelpOptions = true)
final class FamiliesCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final FamilyOption chosen = new FamilyOption();

    @Option(names = "--check", description = "Prove what the families promise.")
    private boolean check;

    @Option(
            names = "--items",
            paramLabel = "N",
            description = "Items of each level to compare with each other; ${DEFAULT-VALUE} by default.")
    private int items = 20_000;

    /** One level of a family, for programs. */
    private record Listed(String family, int version, int level, long capacity, String prompt, String solution) {}

    /** What proving came to, for programs. */
    private record Proved(boolean sound, List<FamilyProof> levels, List<AuditRow> rows, List<Finding> findings) {}

    @Override
    public Integer call() {
        return check ? prove(chosen.families()) : list(chosen.families());
    }

    private int list(List<Family> families) {
        List<Listed> levels = families.stream()
                .flatMap(family -> IntStream.rangeClosed(1, family.levels()).mapToObj(level -> listed(family, level)))
                .toList();
        console.show(levels, levels.stream().map(FamiliesCommand::text).collect(Collectors.joining("\n\n")));
        return ExitCode.OK;
    }

    private static Listed listed(Family family, int level) {
        Item item = family.item(Split.TRAIN, level, 0);
        long capacity = family.capacity(level, Split.TRAIN);
        String solution = item.solution().text(Wording.LINES);
        return new Listed(family.name(), family.version(), level, capacity, item.prompt(), solution);
    }

    private static String text(Listed level) {
        return "%s/%d, level %d: %,d items%n%s"
                .formatted(
                        level.family(),
                        level.version(),
                        level.level(),
                        level.capacity(),
                        (level.prompt() + "\n--\n" + level.solution()).indent(4).stripTrailing());
    }

    private int prove(List<Family> families) {
        Set<String> suites =
                families.stream().map(family -> "family " + family.name()).collect(Collectors.toSet());
        Audit audit = FactoryAudit.run(RecipeReader.standard(), suites::contains);
        List<FamilyProof> levels = families.stream()
                .flatMap(family -> FamilyProof.of(family, items).stream())
                .toList();
        boolean sound = audit.findings().isEmpty() && levels.stream().allMatch(FamilyProof::sound);
        console.show(new Proved(sound, levels, audit.rows(), audit.findings()), text(audit, levels));
        return sound ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String text(Audit audit, List<FamilyProof> levels) {
        Stream<String> unique = levels.stream()
                .map(level -> "%-24s level %d: %,22d items; of %,6d made, %d twice, %d in two splits"
                        .formatted(
                                level.family(),
                                level.level(),
                                level.capacity(),
                                level.items(),
                                level.repeated(),
                                level.shared()));
        Stream<String> judged = audit.rows().stream()
                .map(row -> "%-32s %s/%s: rejected %d of %d right and accepted %d of %d wrong answers, %d undecided"
                        .formatted(
                                row.suite(),
                                row.check(),
                                row.version(),
                                row.falseRejects(),
                                row.right(),
                                row.falseAccepts(),
                                row.wrong(),
                                row.undecided()));
        Stream<String> findings = audit.findings().stream().map(Finding::toString);
        return Stream.of(unique, judged, findings).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }
}
