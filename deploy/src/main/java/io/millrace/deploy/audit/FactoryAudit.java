package io.millrace.deploy.audit;

import io.millrace.deploy.console.OperatorException;
import io.millrace.generator.rule.Families;
import io.millrace.verifier.audit.Audit;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.CheckStep;
import io.millrace.verifier.check.ProbeSuite;
import io.millrace.verifier.check.Role;
import io.millrace.verifier.code.SlotPool;
import io.millrace.verifier.code.SlotSettings;
import io.millrace.verifier.recipe.Equipment;
import io.millrace.verifier.recipe.UnfitRecipeException;
import io.millrace.verifier.recipe.VerificationRecipe;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tries the checks of a verification recipe on everything that is known to be right or wrong. */
public final class FactoryAudit {

    private static final int SLOTS = 2;

    private FactoryAudit() {}

    /**
     * Runs the audit.
     *
     * @param wanted which suites to run, by name
     * @throws OperatorException if the recipe cannot be used, or programs cannot be run here
     */
    public static Audit run(VerificationRecipe recipe, Predicate<String> wanted) {
        try (var slots = new SlotPool(SlotSettings.of(SLOTS))) {
            List<CheckStep> steps = new Equipment(slots, slots).checks().steps(recipe);
            List<Check> checks = steps.stream().map(CheckStep::check).toList();
            var audit = new Audit();
            suites(steps)
                    .filter(suite -> wanted.test(suite.name()))
                    .forEach(suite -> named(suite.check(), checks).ifPresent(check -> audit.run(check, suite)));
            return audit;
        } catch (IOException e) {
            throw new OperatorException("Programs cannot be run here: %s.".formatted(e.getMessage()), e);
        } catch (UnfitRecipeException e) {
            throw new OperatorException("The verification recipe cannot be used: %s.".formatted(e.getMessage()), e);
        }
    }

    private static Stream<ProbeSuite> suites(List<CheckStep> steps) {
        List<Check> deciding = steps.stream()
                .filter(step -> step.role() == Role.DECIDES)
                .map(CheckStep::check)
                .toList();
        var families = new Families();
        return Stream.concat(
                Equipment.probes().stream(),
                families.all().stream().map(family -> FamilySuite.of(family, families, deciding)));
    }

    private static Optional<Check> named(String name, List<Check> checks) {
        return checks.stream().filter(check -> check.name().equals(name)).findFirst();
    }
}
