package io.millrace.deploy.command;

import io.millrace.deploy.console.OperatorException;
import io.millrace.generator.rule.Families;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.strategy.UnusableSeedException;
import java.util.List;
import picocli.CommandLine.Option;

/** Which rule families a command is about. */
final class FamilyOption {

    @Option(names = "--family", paramLabel = "NAME", description = "Only this family; may be repeated.")
    private List<String> names = List.of();

    List<Family> families() {
        var families = new Families();
        try {
            return names.isEmpty()
                    ? families.all()
                    : names.stream().map(families::named).toList();
        } catch (UnusableSeedException unknown) {
            throw new OperatorException("%s.".formatted(unknown.getMessage()), unknown);
        }
    }
}
