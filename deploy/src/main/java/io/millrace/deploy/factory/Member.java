package io.millrace.deploy.factory;

import io.millrace.deploy.process.Program;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One process of a factory.
 *
 * @param ports where it listens
 * @param preparation what it needs on the disk before each start
 * @param ready whether it answers now
 */
record Member(Program program, List<Integer> ports, Runnable preparation, BooleanSupplier ready) {

    Member {
        ports = List.copyOf(ports);
    }

    /** A process that needs nothing prepared. */
    Member(Program program, List<Integer> ports, BooleanSupplier ready) {
        this(program, ports, () -> {}, ready);
    }

    String name() {
        return program.name();
    }
}
