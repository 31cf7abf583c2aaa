package io.millrace.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.millrace.deploy.console.ProgressLine;
import io.millrace.deploy.intake.BadLine;
import io.millrace.deploy.run.OutputDirectory;
import io.millrace.deploy.run.Session;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command prints what came out: for people, or as one JSON value. */
final class Console {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    private @Nullable ProgressLine progress;

    /** Prints a result, in the one form or the other. */
    void show(Object result, String forPeople) {
        PrintWriter out = command.commandLine().getOut();
        try {
            out.println(json ? JSON.writeValueAsString(result) : forPeople);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        out.flush();
    }

    /** Names the lines that were left out. */
    void complain(Path file, List<BadLine> lines) {
        PrintWriter err = command.commandLine().getErr();
        lines.forEach(line -> err.println("%s, line %d: %s".formatted(file, line.line(), line.reason())));
        err.flush();
    }

    /** Where progress is shown: apart from the result, so that programs can read that. */
    ProgressLine progress() {
        if (progress == null) {
            progress = new ProgressLine(command.commandLine().getErr());
        }
        return progress;
    }

    /** The running factory, or a temporary one with its state in the output directory. */
    Session open(StateOption state, OutputDirectory out) {
        var running = state.running();
        if (running.isEmpty()) {
            say("Starting a temporary factory; its logs are in %s."
                    .formatted(out.factory().resolve("logs")));
        }
        Session session = Session.open(running, out.factory(), progress()::interrupt);
        say("The dashboard is at %s.".formatted(session.addresses().dashboard()));
        return session;
    }

    /** Says what is going on to people; programs are spared. */
    void say(String line) {
        if (!json) {
            command.commandLine().getOut().println(line);
            command.commandLine().getOut().flush();
        }
    }
}
