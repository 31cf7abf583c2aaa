package io.millrace.deploy.broker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;

/**
 * The broker of an end-to-end test: a child JVM; {@code -Dmillrace.it.broker} says {@code containers}, or {@code auto} for
 * a container where an engine answers. It goes with everything it wrote when it is closed.
 */
public sealed interface TestBroker extends AutoCloseable permits ChildBroker, ContainerBroker {

    /** Starts a broker; where containers are asked for and no engine answers, the test is skipped. */
    static TestBroker start() {
        return switch (System.getProperty("millrace.it.broker", "child")) {
            case "child" -> new ChildBroker();
            case "auto" -> engineAnswers() ? new ContainerBroker() : new ChildBroker();
            case "containers" -> {
                assumeTrue(engineAnswers(), "-Dmillrace.it.broker=containers: no container engine answers");
                yield new ContainerBroker();
            }
            case String other ->
                throw new IllegalArgumentException(
                        "-Dmillrace.it.broker=%s is none of child, containers and auto".formatted(other));
        };
    }

    private static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** The address for clients; it outlasts a crash. */
    String bootstrap();

    /** Kills the broker as {@code kill -9} does and starts it again over what it had written. */
    void crash();

    @Override
    void close();
}
