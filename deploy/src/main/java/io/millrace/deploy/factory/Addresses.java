package io.millrace.deploy.factory;

import java.net.URI;

/**
 * Where a running factory is reached.
 *
 * @param bootstrap the broker's address for clients
 * @param registry base URL of the registry's Confluent-compatible API
 * @param dashboard base URL of the evaluator, which serves the dashboard and lineage
 */
public record Addresses(String bootstrap, String registry, URI dashboard) {

    static Addresses local(String bootstrap, FactoryPorts ports) {
        return new Addresses(
                bootstrap,
                registry(ports),
                URI.create("http://127.0.0.1:" + ports.evaluator().http()));
    }

    static String registry(FactoryPorts ports) {
        return "http://127.0.0.1:%d/apis/ccompat/v7".formatted(ports.registry());
    }

    static String broker(FactoryPorts ports) {
        return "127.0.0.1:" + ports.broker();
    }
}
