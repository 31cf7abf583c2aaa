package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what a model turned out to be weak in to more records of it. */
class FeedbackIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DATASET = TestFactory.FEEDBACK_DATASET;

    private final ObjectMapper json = new ObjectMapper();
    private final String name = "feedback-" + UUID.randomUUID();

    @TempDir
    private Path directory;

    @Test
    void aWeakSkillHasMoreRecordsKept() throws IOException {
        Path recipe = Files.writeString(
                directory.resolve("recipe.yaml"), """
                recipe: %s
                dataset: %s
                target: {accepted: %d}
                feedback: {submit: true, most: 6}
                mixture: {domain: {equations: 1, polynomials: 1}}
                sources:
                  drills: {family: equations, levels: [1]}
                  terms: {family: polynomials, levels: [1]}
                strategies:
                  - {strategy: rule, source: drills}
                  - {strategy: rule, source: terms}
                """.formatted(name, DATASET, TestFactory.FEEDBACK_RECORDS));
        assertThat(TestFactory.millrace("submit", recipe.toString()).status()).isZero();
        within(() -> kept(5, 5), "the target");
        within(() -> report("run-1", 0.95, 0.2).status() == 0, "the version is announced");
        assertThat(report("run-1", 0.95, 0.2).status())
                .as("the same report again")
                .isZero();
        assertThat(report("run-1", 0.95, 0.3).err()).contains("another report with this id");
        assertThat(report("run-2", "2000000000", 0.9).err()).contains("No such version");

        within(() -> kept(5, 11), "more of what is weak, and of nothing else");
        JsonNode proposal = json(TestFactory.millrace("results", "propose", DATASET, "--json"))
                .get(0);
        assertThat(proposal.path("skill").asText()).isEqualTo("polynomials/1");
        assertThat(proposal.path("recipe").asText()).isEqualTo(name);
        assertThat(proposal.at("/more/0/amount").asLong()).isEqualTo(6);
        assertThat(proposal.path("made").asBoolean()).isTrue();

        TestFactory.crash("generator-service");
        assertThat(report("run-3", 0.1, 0.9).status()).isZero();
        within(() -> kept(11, 11), "more of what is weak now; what was proposed before counts once");
        assertThat(TestFactory.millrace("results", "list", DATASET).out())
                .contains("version 1: 10 records", "polynomials/1", "0.2000 on 500 items");
    }

    private TestFactory.Said report(String run, double equations, double polynomials) {
        return report(run, "1", equations, polynomials);
    }

    private TestFactory.Said report(String run, String version, double share) {
        return report(run, version, share, share);
    }

    private TestFactory.Said report(String run, String version, double equations, double polynomials) {
        try {
            Path file = Files.writeString(directory.resolve("result.json"), """
                    {"id":"%s-%s","dataset":"%s","version":%s,"model":"small","trainer":"it","skills":[
                     {"skill":"equations","metric":"accuracy","value":%s,"items":500},
                     {"skill":"polynomials/1","metric":"accuracy","value":%s,"items":500}]}
                    """.formatted(
                            name, run, DATASET, version, equations, polynomials));
            return TestFactory.millrace("results", "report", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean kept(long equations, long polynomials) {
        JsonNode status = json(TestFactory.millrace("recipes", "show", name, "--json"));
        return status.path("phase").asText().equals("DONE")
                && status.at("/cells/0/reached").asLong() == equations
                && status.at("/cells/0/target").asLong() == equations
                && status.at("/cells/1/reached").asLong() == polynomials
                && status.at("/cells/1/target").asLong() == polynomials;
    }

    private JsonNode json(TestFactory.Said said) {
        assertThat(said.status()).as(said.err()).isZero();
        try {
            return json.readTree(said.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void within(BooleanSupplier condition, String what) {
        assertThat(Deadline.after(PATIENCE).await(condition)).as(what).isTrue();
    }
}
