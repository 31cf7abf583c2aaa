package io.millrace.deploy.factory;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The place of one factory on this machine: its ports, and where it is reached. It is remembered with the factory's state. */
record Site(FactoryPorts ports, Addresses addresses) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param foreignBroker the address of a broker that somebody else runs; null for one of its own */
    static Site at(FactoryPorts ports, @Nullable String foreignBroker) {
        String bootstrap = foreignBroker == null ? Addresses.broker(ports) : foreignBroker;
        return new Site(ports, Addresses.local(bootstrap, ports));
    }

    /** The factory that was last started with this state, unless it has been taken down. */
    static Optional<Site> recall(Layout layout) {
        if (!Files.exists(layout.site())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(layout.site().toFile(), Site.class));
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s.".formatted(layout.site(), e.getMessage()), e);
        }
    }

    static void forget(Layout layout) {
        try {
            Files.deleteIfExists(layout.site());
        } catch (IOException e) {
            throw new OperatorException("Cannot delete %s: %s.".formatted(layout.site(), e.getMessage()), e);
        }
    }

    void remember(Layout layout) {
        try {
            Files.write(layout.site(), JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new OperatorException("Cannot write to %s: %s.".formatted(layout.site(), e.getMessage()), e);
        }
    }

    /** Whether the broker is one of the factory's processes. */
    boolean ownsBroker() {
        return addresses.bootstrap().equals(Addresses.broker(ports));
    }

    /** The names of its processes. */
    Stream<String> processes() {
        Stream<String> foundations = ownsBroker() ? Stream.of(Broker.NAME, Registry.NAME) : Stream.of(Registry.NAME);
        return Stream.concat(foundations, Stream.of(Service.values()).map(Service::module));
    }
}
