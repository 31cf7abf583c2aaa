package io.millrace.verifier.stream;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.stage.UnprocessableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The panels of the service.
 *
 * @param usual judges what names no verification recipe
 * @param named the others, by the names that seeds call their recipes by
 */
public record Panels(Panel usual, Map<String, Panel> named) {

    private static final int MAX_NAME = 100;

    public Panels {
        named = Map.copyOf(named);
    }

    /** The panel that a candidate's seed asks for, if there is one of that name. */
    Optional<Panel> find(Candidate candidate) {
        String name = name(candidate);
        return name == null ? Optional.of(usual) : Optional.ofNullable(named.get(name));
    }

    /**
     * The panel that a candidate's seed asks for.
     *
     * @throws UnprocessableException if there is none of that name; another verifier, or this one set up anew, may have it
     */
    Panel of(Candidate candidate) throws UnprocessableException {
        return find(candidate).orElseThrow(() -> {
            String name = String.valueOf(name(candidate));
            return new UnprocessableException(
                    "UnknownChecks",
                    "No verification recipe is called '%s' here"
                            .formatted(name.substring(0, Math.min(MAX_NAME, name.length()))),
                    1,
                    true);
        });
    }

    List<Panel> all() {
        return Stream.concat(Stream.of(usual), named.values().stream()).toList();
    }

    private static @Nullable String name(Candidate candidate) {
        return candidate.getSeed().getChecks();
    }
}
