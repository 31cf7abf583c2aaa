package io.millrace.deploy;

import io.millrace.deploy.broker.TestBroker;
import io.millrace.deploy.command.MillraceCommand;
import io.millrace.deploy.factory.FactoryPorts;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.factory.Layout;
import io.millrace.deploy.factory.LocalFactory;
import io.millrace.deploy.stream.Connection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One factory of real processes for all end-to-end tests of a run; it ends with the run. */
final class TestFactory {

    private static final String BROKER = "broker";
    private static final Layout LAYOUT = new Layout(state());
    private static final @Nullable TestBroker CONTAINER = container();
    private static final LocalFactory FACTORY = LocalFactory.temporary(
            Home.find(), LAYOUT, FactoryPorts.free(), CONTAINER == null ? null : CONTAINER.bootstrap());

    private TestFactory() {}

    /** Kills a process as {@code kill -9} does, and starts it again. */
    static void crash(String name) {
        if (CONTAINER != null && name.equals(BROKER)) {
            CONTAINER.crash();
        } else {
            FACTORY.kill(name);
            FACTORY.restart(name);
        }
    }

    static Layout layout() {
        return LAYOUT;
    }

    static Connection connection() {
        return new Connection(
                FACTORY.addresses().bootstrap(), FACTORY.addresses().registry());
    }

    /** What a command said, and how it ended. */
    record Said(int status, String out, String err) {}

    /** Runs a command on the factory. */
    static Said millrace(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        all.add("--state=" + LAYOUT.state());
        int status = MillraceCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        return new Said(status, out.toString(), err.toString());
    }

    /** The broker where it is not a process of the factory itself. */
    private static @Nullable TestBroker container() {
        return System.getProperty("millrace.it.broker", "child").equals("child") ? null : TestBroker.start();
    }

    private static Path state() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "it")), "factory-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
