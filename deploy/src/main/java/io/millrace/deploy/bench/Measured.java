package io.millrace.deploy.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One measurement beside its baseline.
 *
 * @param value in the unit
 * @param baseline in the same unit
 */
public record Measured(String what, String unit, double value, String baselineOf, double baseline) {

    /** The value in terms of the baseline. */
    @JsonProperty
    public double ratio() {
        return baseline == 0 ? 0 : value / baseline;
    }
}
