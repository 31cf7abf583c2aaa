package io.millrace.deploy.factory;

import io.millrace.deploy.process.Program;
import java.util.function.BooleanSupplier;

/**
 * One process of a factory.
 *
 * @param ready whether it answers now
 */
record Member(Program program, BooleanSupplier ready) {

    String name() {
        return program.name();
    }
}
