package io.millrace.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures in a JVM of its own, which compiles as a service's does, and prints JSON. */
final class NearDuplicateProgram {

    private NearDuplicateProgram() {}

    /** Takes the broker's address, the directory for state, how many records are kept, and with how many more it is measured. */
    public static void main(String[] arguments) throws IOException {
        int kept = Integer.parseInt(arguments[2]);
        int more = Integer.parseInt(arguments[3]);
        List<Measured> measured = new ArrayList<>(new NearDuplicates(kept).measure(more));
        measured.addAll(new DecidingStream(arguments[0], Path.of(arguments[1])).measure(kept, more));
        System.out.println(new ObjectMapper().writeValueAsString(measured));
    }
}
