package io.millrace.deploy.factory;

import io.millrace.deploy.process.Child;
import io.millrace.deploy.process.Children;
import java.util.List;
import java.util.Optional;

/** A factory that an earlier command started and that was not taken down since; all, some or none of its processes run. */
public final class KnownFactory {

    private final Layout layout;
    private final Site site;
    private final List<ProcessStatus> processes;

    private KnownFactory(Layout layout, Site site, List<ProcessStatus> processes) {
        this.layout = layout;
        this.site = site;
        this.processes = List.copyOf(processes);
    }

    /** One process of the factory, with the process it is if it runs. */
    public record ProcessStatus(String name, Optional<Child> child) {

        public boolean up() {
            return child.isPresent();
        }
    }

    /** The factory with this state, as it is now. */
    public static Optional<KnownFactory> find(Layout layout) {
        return Site.recall(layout).map(site -> {
            try (var children = Children.lasting(layout.logs(), layout.pids())) {
                return new KnownFactory(
                        layout,
                        site,
                        site.processes()
                                .map(name -> new ProcessStatus(name, children.find(name)))
                                .toList());
            }
        });
    }

    public Addresses addresses() {
        return site.addresses();
    }

    public FactoryPorts ports() {
        return site.ports();
    }

    public Layout layout() {
        return layout;
    }

    public List<ProcessStatus> processes() {
        return processes;
    }

    /** Whether any process runs. */
    public boolean alive() {
        return processes.stream().anyMatch(ProcessStatus::up);
    }

    /** Whether every process runs. */
    public boolean whole() {
        return processes.stream().allMatch(ProcessStatus::up);
    }

    /** Stops whatever runs. */
    public void takeDown() {
        Shutdown.inOrder(
                processes.stream().flatMap(process -> process.child().stream()).toList());
        processes.stream().map(ProcessStatus::name).forEach(layout::deleteTemporary);
        Site.forget(layout);
    }

    Site site() {
        return site;
    }

    /** Whether this process of it has ended. */
    boolean lacks(String process) {
        return processes.stream().anyMatch(each -> each.name().equals(process) && !each.up());
    }
}
