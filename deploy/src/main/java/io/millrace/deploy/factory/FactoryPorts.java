package io.millrace.deploy.factory;

import io.millrace.deploy.process.Ports;
import java.util.List;
import java.util.stream.IntStream;

/** The loopback ports of one factory. */
public record FactoryPorts(
        int broker,
        int controller,
        int registry,
        ServicePorts generator,
        ServicePorts verifier,
        ServicePorts evaluator) {

    private static final int COUNT = 9;

    /** One service's ports: for everybody, and for operators. */
    public record ServicePorts(int http, int management) {}

    /** The same ports every time, for a factory that stays. */
    public static FactoryPorts usual() {
        return new FactoryPorts(
                9092,
                9093,
                8081,
                new ServicePorts(8101, 9101),
                new ServicePorts(8102, 9102),
                new ServicePorts(8103, 9103));
    }

    /** Consecutive ports. */
    public static FactoryPorts from(int first) {
        return of(IntStream.range(first, first + COUNT).boxed().toList());
    }

    /** Any free ports, for a factory that goes again. */
    public static FactoryPorts free() {
        return of(Ports.free(COUNT));
    }

    private static FactoryPorts of(List<Integer> ports) {
        return new FactoryPorts(
                ports.get(6),
                ports.get(7),
                ports.get(8),
                new ServicePorts(ports.get(2), ports.get(3)),
                new ServicePorts(ports.get(4), ports.get(5)),
                new ServicePorts(ports.get(0), ports.get(1)));
    }

    ServicePorts of(Service service) {
        return switch (service) {
            case GENERATOR -> generator;
            case VERIFIER -> verifier;
            case EVALUATOR -> evaluator;
        };
    }
}
