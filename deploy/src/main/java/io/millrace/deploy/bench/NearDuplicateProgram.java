package io.millrace.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures in a JVM of its own, which compiles as a service's does, and prints JSON. */
final class NearDuplicateProgram {

    /** What is measured: the search on the heap and all of the evaluator, or only the task that decides for a dataset. */
    enum Part {
        WHOLE,
        ALONE
    }

    private NearDuplicateProgram() {}

    /** Takes the part, the broker's address, the directory for state, how many records are kept, and how many more are measured. */
    public static void main(String[] arguments) throws IOException {
        int kept = Integer.parseInt(arguments[3]);
        int more = Integer.parseInt(arguments[4]);
        var stream = new DecidingStream(arguments[1], Path.of(arguments[2]));
        List<Measured> measured = new ArrayList<>();
        switch (Part.valueOf(arguments[0])) {
            case WHOLE -> {
                measured.addAll(new NearDuplicates(kept).measure(more));
                measured.addAll(stream.measure(kept, more));
            }
            case ALONE -> measured.addAll(stream.measureAlone(kept, more));
        }
        System.out.println(new ObjectMapper().writeValueAsString(measured));
    }
}
