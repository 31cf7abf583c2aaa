package io.millrace.deploy.factory;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Child;
import io.millrace.deploy.process.Children;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A factory that an earlier command started and that still runs, at least in part. */
public final class RunningFactory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Layout layout;
    private final Addresses addresses;
    private final List<ProcessStatus> processes;

    private RunningFactory(Layout layout, Addresses addresses, List<ProcessStatus> processes) {
        this.layout = layout;
        this.addresses = addresses;
        this.processes = List.copyOf(processes);
    }

    /** One process of the factory, with the process it is if it runs. */
    public record ProcessStatus(String name, Optional<Child> child) {

        public boolean up() {
            return child.isPresent();
        }
    }

    static void remember(Layout layout, Addresses addresses) {
        try {
            Files.write(layout.addresses(), JSON.writeValueAsBytes(addresses));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The factory with this state, if any of its processes runs. */
    public static Optional<RunningFactory> find(Layout layout) {
        if (!Files.exists(layout.addresses())) {
            return Optional.empty();
        }
        try (var children = Children.lasting(layout.logs(), layout.pids())) {
            List<ProcessStatus> processes = names().map(name -> new ProcessStatus(name, children.find(name)))
                    .toList();
            return Optional.of(new RunningFactory(layout, readAddresses(layout), processes))
                    .filter(factory -> processes.stream().anyMatch(ProcessStatus::up));
        }
    }

    public Addresses addresses() {
        return addresses;
    }

    public Layout layout() {
        return layout;
    }

    public List<ProcessStatus> processes() {
        return processes;
    }

    /** Whether every process runs. */
    public boolean whole() {
        return processes.stream().allMatch(ProcessStatus::up);
    }

    public void stop() {
        Shutdown.inOrder(
                processes.stream().flatMap(process -> process.child().stream()).toList());
        try {
            Files.delete(layout.addresses());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> names() {
        return Stream.concat(
                Stream.of(Broker.NAME, Registry.NAME),
                Stream.of(Service.values()).map(Service::module));
    }

    private static Addresses readAddresses(Layout layout) {
        try {
            return JSON.readValue(layout.addresses().toFile(), Addresses.class);
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s.".formatted(layout.addresses(), e.getMessage()), e);
        }
    }
}
