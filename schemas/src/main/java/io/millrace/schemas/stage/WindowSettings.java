package io.millrace.schemas.stage;

import java.time.Duration;

/**
 * How much a stage works on at once.
 *
 * @param inFlight records being worked on outside of {@linkplain Lane lanes}, about; more are not read
 * @param laneBytes records that wait in lanes, by the size in which they were read, about; more are not read
 * @param commitInterval how long results wait for others to share a transaction with
 * @param maxResults finished records that make a transaction due at once
 */
public record WindowSettings(int inFlight, int laneBytes, Duration commitInterval, int maxResults) {

    static WindowSettings from(StageSettings.Values values) {
        return new WindowSettings(
                values.number("window.in-flight", 256, 1),
                values.number("window.lane-bytes", 16 << 20, 1),
                values.duration("window.commit-interval", Duration.ofMillis(200)),
                values.number("window.max-results", 2_000, 1));
    }
}
