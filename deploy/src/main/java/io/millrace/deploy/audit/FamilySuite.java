package io.millrace.deploy.audit;

import io.millrace.deploy.intake.FamilySeeds;
import io.millrace.deploy.intake.Submission;
import io.millrace.generator.rule.Apprentice;
import io.millrace.generator.rule.Families;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.schemas.Message;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import io.millrace.schemas.model.Model;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Items of every level of a rule family, each answered rightly and wrongly by the embedded apprentice, and by texts that are
 * right answers to other items or to none.
 *
 * @param check the name of the check that judges them
 */
record FamilySuite(String name, String check, List<Probe> probes) implements ProbeSuite {

    private static final int ITEMS = 10;
    private static final List<String> CONSTANTS = List.of("0", "1", "True", "[]", "{}", "None", "yes");
    private static final Submission SUBMISSION = new Submission("audit", "audit", Instant.EPOCH);

    FamilySuite {
        probes = List.copyOf(probes);
    }

    /** The suite of a family, judged by the last of these checks that applies to it, which is the strictest. */
    static FamilySuite of(Family family, Families families, List<Check> checks) {
        List<Probe> probes = new ArrayList<>();
        IntStream.rangeClosed(1, family.levels())
                .mapToObj(level -> seeds(family, level))
                .flatMap(seeds -> seeds.of(SUBMISSION))
                .forEach(seed -> {
                    probes.add(probe(seed, families, true));
                    probes.add(probe(seed, families, false));
                    probes.addAll(nearMisses(seed, families));
                });
        Check judge = checks.stream()
                .filter(check -> check.appliesTo(probes.getFirst().candidate()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new FamilySuite("family " + family.name(), judge.name(), probes);
    }

    /** The right solution but for its answer, which is no answer to this item. */
    private static List<Probe> nearMisses(Seed seed, Families families) {
        Item item = families.item(seed);
        Solution solution = item.solution();
        String answer = solution.answer();
        List<String> attempts = new ArrayList<>(CONSTANTS);
        attempts.addAll(List.of(answer + "9", answer + " or not", answer.substring(1), item.prompt()));
        return attempts.stream()
                .filter(attempt -> !attempt.isBlank() && !item.solver().test(attempt))
                .map(attempt -> Probe.of(
                        "%s answered %d".formatted(seed.getId(), attempts.indexOf(attempt)),
                        item.task(),
                        solution.ending().replace(answer, attempt),
                        false))
                .toList();
    }

    private static FamilySeeds seeds(Family family, int level) {
        long count = Math.min(ITEMS, family.capacity(level, Split.UNASSIGNED));
        return new FamilySeeds(family.name(), level, 0, count, "distillation");
    }

    private static Probe probe(Seed seed, Families families, boolean right) {
        Model apprentice = new Apprentice(families, right ? 0 : 1);
        try {
            var question =
                    new ModelRequest(seed, 0, List.of(), Sampling.newBuilder().build());
            Message answer = apprentice.complete(question).answer();
            return new Probe(seed.getId() + (right ? " right" : " wrong"), families.task(seed), List.of(answer), right);
        } catch (ModelException | InterruptedException e) {
            throw new IllegalStateException("the apprentice answers every item of a family", e);
        }
    }
}
