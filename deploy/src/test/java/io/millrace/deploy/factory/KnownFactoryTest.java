package io.millrace.deploy.factory;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.command.MillraceCommand;
import io.millrace.deploy.factory.KnownFactory.ProcessStatus;
import io.millrace.deploy.process.Children;
import io.millrace.deploy.process.Program;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A factory of which only the verifier runs. */
class KnownFactoryTest {

    private static final String VERIFIER = Service.VERIFIER.module();
    private static final FactoryPorts PORTS = FactoryPorts.from(20_000);

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Layout layout;
    private Children children;

    @BeforeEach
    void startTheVerifier() {
        layout = new Layout(directory);
        layout.create();
        Site.at(PORTS, null).remember(layout);
        children = Children.leashed(layout.logs(), layout.pids());
        children.start(new Program(VERIFIER, List.of("sleep", "60"), directory, Map.of()));
    }

    @AfterEach
    void stop() {
        children.close();
    }

    @Test
    void knowsWhatRunsAndWhatIsDown() {
        KnownFactory factory = KnownFactory.find(layout).orElseThrow();

        assertThat(factory.processes())
                .hasSize(5)
                .allMatch(process -> process.up() == process.name().equals(VERIFIER));
        assertThat(factory.alive()).isTrue();
        assertThat(factory.whole()).isFalse();
    }

    @Test
    void remembersThePortsUntilItIsTakenDown() {
        KnownFactory factory = KnownFactory.find(layout).orElseThrow();

        assertThat(factory.ports()).isEqualTo(PORTS);

        factory.takeDown();

        assertThat(KnownFactory.find(layout)).isEmpty();
        assertThat(factory.processes()).noneMatch(KnownFactoryTest::runs);
    }

    @Test
    void takesTemporaryFilesWithItWhoeverLeftThem() {
        layout.emptyTemporary(VERIFIER);
        layout.emptyTemporary(Broker.NAME);

        KnownFactory.find(layout).orElseThrow().takeDown();

        assertThat(layout.temporary(VERIFIER)).doesNotExist();
        assertThat(layout.temporary(Broker.NAME)).doesNotExist();
    }

    @Test
    void aBrokerOfSomebodyElseIsNoneOfItsProcesses() {
        Site.at(PORTS, "elsewhere:9092").remember(layout);

        assertThat(KnownFactory.find(layout).orElseThrow().processes())
                .extracting(ProcessStatus::name)
                .doesNotContain(Broker.NAME)
                .hasSize(4);
    }

    @Test
    void itsStatusSaysHowToStartAgainWhatIsDown() {
        assertThat(run("status")).isNotZero();

        assertThat(out.toString()).contains("broker             is down").contains("'millrace up' starts it again");
    }

    @Test
    void cannotMoveToOtherPortsWhileItRuns() {
        assertThat(run("up", "--first-port=21000")).isNotZero();

        assertThat(err.toString())
                .startsWith("The factory runs on other ports already")
                .contains("'millrace down'");
        assertThat(KnownFactory.find(layout).orElseThrow().ports()).isEqualTo(PORTS);
    }

    private static boolean runs(ProcessStatus process) {
        return process.child().filter(child -> child.alive()).isPresent();
    }

    private int run(String command, String... options) {
        var arguments = new ArrayList<>(List.of(command, "--state=" + directory));
        arguments.addAll(List.of(options));
        return MillraceCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
