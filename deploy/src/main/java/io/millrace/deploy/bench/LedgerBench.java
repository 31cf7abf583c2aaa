package io.millrace.deploy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.factory.Home;
import java.util.List;

/** What the windows of a dataset cost its ledger, without a broker. */
public final class LedgerBench {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Home home;

    public LedgerBench(Home home) {
        this.home = home;
    }

    /** Measures with so many records. */
    public List<Measured> run(int records) {
        String output = new MeasuringProgram(home).run(LedgerProgram.class.getName(), Integer.toString(records));
        try {
            return JSON.readValue(output.substring(output.lastIndexOf("[{")), new TypeReference<>() {});
        } catch (JsonProcessingException | StringIndexOutOfBoundsException e) {
            throw new OperatorException("The measuring program printed no measurements: " + output, e);
        }
    }
}
