package io.millrace.verifier.recipe;

import io.millrace.schemas.model.Retries;
import io.millrace.schemas.model.Transport;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How checks ask services of others, as far as a recipe leaves it open. */
record Connections(Retries retries) {

    private static final int USUAL_TIMEOUT_SECONDS = 60;
    private static final int USUAL_PLACES = 8;

    static Connections usual() {
        return new Connections(new Retries(5, Duration.ofMillis(500), Duration.ofMinutes(1)));
    }

    Transport transport(Duration timeout) {
        return Transport.of(retries, timeout);
    }

    Duration timeout(@Nullable Integer seconds) {
        return Duration.ofSeconds(seconds == null ? USUAL_TIMEOUT_SECONDS : seconds);
    }

    int places(@Nullable Integer places) {
        return places == null ? USUAL_PLACES : places;
    }
}
