package io.millrace.verifier.plant;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Planted;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanterTest {

    private static final Probe IN_PYTHON = Probe.of("prints", program("python"), "print(1)", false);
    private static final Probe IN_JAVA = Probe.of("exits", program("java"), "System.exit(0);", false);

    private final Planter always = new Planter(List.of(suite("python-tests", IN_PYTHON), suite("java", IN_JAVA)), 1);

    @Test
    void plantsProgramsInTheLanguageThatFlows() {
        Candidate host = Candidates.of(program("java"), "assistant", "return 1;");

        Candidate planted = always.beside(host).orElseThrow();

        assertThat(planted.getTask()).isEqualTo(IN_JAVA.task());
        assertThat(planted.getMessages()).isEqualTo(IN_JAVA.reply());
        assertThat(always.recognize(planted)).contains(new Planted("java", "exits", false));
    }

    @Test
    void plantsNothingOfAKindThatDoesNotFlow() {
        assertThat(always.beside(Candidates.math("1", "Answer: 1"))).isEmpty();
        assertThat(always.beside(Candidates.of(program("rust"), "assistant", "1")))
                .isEmpty();
    }

    @Test
    void plantsNothingBesideAPlant() {
        Candidate host = Candidates.of(program("python"), "assistant", "return 1");

        assertThat(always.beside(host).flatMap(always::beside)).isEmpty();
    }

    @Test
    void doesNotTakeAnotherCandidateForItsPlant() {
        Candidate host = Candidates.of(program("python"), "assistant", "return 1");
        Candidate disguised = Candidate.newBuilder(host)
                .setId(RecordIds.planted(host.getId()))
                .build();

        assertThat(always.recognize(host)).isEmpty();
        assertThat(always.recognize(disguised)).isEmpty();
    }

    @Test
    void plantsAboutAsManyAsItIsAskedForAndTheSameAgain() {
        Planter rarely = new Planter(List.of(suite("python-tests", IN_PYTHON)), 10);
        List<Optional<Candidate>> first = beside(rarely);

        assertThat(first.stream().flatMap(Optional::stream)).hasSizeBetween(60, 140);
        assertThat(beside(rarely)).isEqualTo(first);
        assertThat(beside(new Planter(List.of(suite("python-tests", IN_PYTHON)), 0)))
                .allMatch(Optional::isEmpty);
    }

    private static List<Optional<Candidate>> beside(Planter planter) {
        Candidate host = Candidates.of(program("python"), "assistant", "return 1");
        return IntStream.range(0, 1_000)
                .mapToObj(number -> planter.beside(
                        Candidate.newBuilder(host).setId("c-" + number).build()))
                .toList();
    }

    private static Task program(String language) {
        CodeTask code = CodeTask.newBuilder()
                .setProblem("Return 1.")
                .setLanguage(language)
                .setEntryPoint("one")
                .setTests("one() == 1")
                .build();
        return Task.newBuilder().setCode(code).build();
    }

    private static ProbeSuite suite(String check, Probe probe) {
        return new ProbeSuite() {
            @Override
            public String check() {
                return check;
            }

            @Override
            public List<Probe> probes() {
                return List.of(probe);
            }
        };
    }
}
