package io.millrace.deploy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Measures in a JVM of its own, which compiles as a service's does, and prints JSON. */
final class LedgerProgram {

    private LedgerProgram() {}

    /** Takes how many records it is measured with. */
    public static void main(String[] arguments) throws JsonProcessingException {
        System.out.println(
                new ObjectMapper().writeValueAsString(new LedgerSpeed().measure(Integer.parseInt(arguments[0]))));
    }
}
