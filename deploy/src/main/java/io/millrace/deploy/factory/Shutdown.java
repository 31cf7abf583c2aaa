package io.millrace.deploy.factory;

import io.millrace.deploy.process.Child;
import io.millrace.deploy.process.Deadline;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Stops a factory in the order that loses no work: first the services, then what they rest on. */
final class Shutdown {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> FOUNDATIONS = Set.of(Broker.NAME, Registry.NAME);

    private Shutdown() {}

    static void inOrder(Collection<Child> children) {
        together(children.stream()
                .filter(child -> !FOUNDATIONS.contains(child.name()))
                .toList());
        together(children.stream()
                .filter(child -> FOUNDATIONS.contains(child.name()))
                .toList());
    }

    private static void together(List<Child> children) {
        children.forEach(Child::askToStop);
        Deadline.after(PATIENCE).await(() -> children.stream().noneMatch(Child::alive));
        children.forEach(Child::kill);
    }
}
