package io.millrace.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
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

    /** Says what is going on to people; programs are spared. */
    void say(String line) {
        if (!json) {
            command.commandLine().getOut().println(line);
            command.commandLine().getOut().flush();
        }
    }
}
