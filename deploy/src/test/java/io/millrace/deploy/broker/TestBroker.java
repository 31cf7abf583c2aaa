package io.millrace.deploy.broker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;

/**
 * The broker of an end-to-end test: a child JVM, or a container where {@code -Dmillrace.it.broker=containers} asks for one. It goes
 * with everything it wrote when it is closed.
 */
public sealed interface TestBroker extends AutoCloseable permits ChildBroker, ContainerBroker {

    /** Starts a broker; where containers are asked for and no engine answers, the test is skipped. */
    static TestBroker start() {
        return switch (System.getProperty("millrace.it.broker", "child")) {
            case "child" -> new ChildBroker();
            case "containers" -> {
                assumeTrue(
                        DockerClientFactory.instance().isDockerAvailable(),
                        "-Dmillrace.it.broker=containers: no container engine answers");
                yield new ContainerBroker();
            }
            case String other ->
                throw new IllegalArgumentException(
                        "-Dmillrace.it.broker=%s is neither child nor containers".formatted(other));
        };
    }

    /** The address for clients; it outlasts a crash. */
    String bootstrap();

    /** Kills the broker as {@code kill -9} does and starts it again over what it had written. */
    void crash();

    @Override
    void close();
}
