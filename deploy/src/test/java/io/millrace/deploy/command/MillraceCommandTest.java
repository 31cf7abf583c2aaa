package io.millrace.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MillraceCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "down",
                "status",
                "submit",
                "recipes",
                "recipes show",
                "recipes pause",
                "recipes resume",
                "recipes change",
                "import",
                "lineage",
                "export",
                "withdraw",
                "reviews",
                "dlq",
                "dlq list",
                "dlq show",
                "dlq replay",
                "verify",
                "gate",
                "gate open",
                "facts",
                "facts load",
                "facts show",
                "benchmarks",
                "benchmarks add",
                "benchmarks list",
                "benchmarks remove",
                "benchmarks scan",
                "families",
                "bench contamination",
                "bench families",
                "bench near-duplicates",
                "bench"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: millrace " + command);
    }

    @Test
    void refusesAnUnknownCommandAsWrongUsage() {
        assertThat(run("dance")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void refusesNoCommandAsWrongUsage() {
        assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void verifyingTakesItsCandidatesFromAReplayOnly() {
        assertThat(run("verify")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith("Say --replay").contains("the old verdicts stay as they are");
    }

    @Test
    void replayingNeedsAFactory() {
        assertThat(run("verify", "--replay", "--state", directory.toString())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString().strip()).isEqualTo("No factory runs here. Start one with 'millrace up'.");
    }

    @Test
    void aFailureIsOneSentence() {
        assertThat(run("status", "--state", directory.toString())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString().strip()).isEqualTo("No factory runs here. Start one with 'millrace up'.");
    }

    @Test
    void nothingIsWithdrawnWithoutAReason() {
        assertThat(run("withdraw", "sums", "c-1")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("withdraw", "sums", "c-1", "--reason", " ")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("withdraw", "sums", "--reason", "wrong")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void noGateIsOpenedWithoutAReason() {
        assertThat(run("gate", "open", "math-answer")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("gate", "open", "math-answer", "--reason", " ")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void changingARecipeNeedsAChangeThatMakesSense() {
        assertThat(run("recipes", "change", "r")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith("Say what to change: --target, --weight, ");
    }

    @Test
    void aRecipeNamesItsDatasetItself() {
        assertThat(run("submit", "recipes/tutor.yaml", "--dataset", "other")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith("A recipe names its dataset itself");
        assertThat(run("submit", "seeds.jsonl", "--change")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void aRecipeIsReadBeforeAFactoryIsAskedFor() throws IOException {
        Path recipe = Files.writeString(directory.resolve("r.yaml"), "recipe: r\ncolour: red\n");

        assertThat(run("submit", recipe.toString(), "--state", directory.toString()))
                .isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString())
                .contains("r.yaml, line 1: field 'target' is missing")
                .contains("r.yaml, line 2: there is no field 'colour'")
                .contains("The recipe does not fit, and nothing of it went in.");
    }

    @Test
    void stoppingNothingIsNoFailure() {
        assertThat(run("down", "--json", "--state", directory.toString())).isZero();
        assertThat(out.toString()).contains("\"stopped\" : false");
    }

    private int run(String... arguments) {
        return MillraceCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
