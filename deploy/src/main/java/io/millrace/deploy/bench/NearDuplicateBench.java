package io.millrace.deploy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.bench.NearDuplicateProgram.Part;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.factory.Foundation;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.process.Child;
import io.millrace.deploy.process.Children;
import io.millrace.deploy.process.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How near duplicates are dropped: on the heap alone, and by the evaluator's topology on a broker of its own. */
public final class NearDuplicateBench {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Home home;
    private final Path state;
    private final Consumer<String> announce;

    /**
     * A run that has not begun.
     *
     * @param state where broker and stores are kept; empty or missing
     * @param announce is told of what happens
     */
    public NearDuplicateBench(Home home, Path state, Consumer<String> announce) {
        this.home = home;
        this.state = state;
        this.announce = announce;
    }

    /** Measures with so many more records when so many are kept. */
    public List<Measured> run(int kept, int more) {
        announce.accept("Keeping %,d records, and deciding on %,d more.".formatted(kept, more));
        return Stream.of(Part.values())
                .flatMap(part -> measure(part, kept, more).stream())
                .toList();
    }

    private List<Measured> measure(Part part, int kept, int more) {
        Path own = state.resolve(part.name().toLowerCase(Locale.ROOT));
        Foundation broker = Foundation.broker(own);
        try (var children = Children.leashed(own, own)) {
            announce.accept("Starting a broker.");
            Child child = children.start(broker.program());
            try {
                Deadline.after(PATIENCE).await(() -> broker.ready().getAsBoolean() || !child.alive());
                return read(new MeasuringProgram(home)
                        .run(
                                NearDuplicateProgram.class.getName(),
                                part.name(),
                                broker.address(),
                                own.resolve("stores").toString(),
                                Integer.toString(kept),
                                Integer.toString(more)));
            } finally {
                child.kill();
            }
        }
    }

    private static List<Measured> read(String output) {
        try {
            return JSON.readValue(output.substring(output.lastIndexOf("[{")), new TypeReference<>() {});
        } catch (JsonProcessingException | StringIndexOutOfBoundsException e) {
            throw new OperatorException("The measuring program printed no measurements: " + output, e);
        }
    }
}
