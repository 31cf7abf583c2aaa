package io.millrace.deploy;

import static org.assertj.core.api.Assumptions.assumeThat;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The one place where end-to-end tests get their broker from. By default it is a child process; {@code -Dmillrace.it.broker} says
 * {@code containers}, or {@code auto} for a container where an engine answers.
 */
final class TestBroker {

    private static final String MODE = System.getProperty("millrace.it.broker", "child");
    private static final String IMAGE = System.getProperty("millrace.it.image", "apache/kafka:4.3.1");

    private TestBroker() {}

    static boolean isChildProcess() {
        return MODE.equals("child") || (MODE.equals("auto") && !engineAnswers());
    }

    /** The address of a broker in a container, or null where the factory is to start one itself. */
    static @Nullable String inContainer() {
        if (isChildProcess()) {
            return null;
        }
        assumeThat(engineAnswers()).as("a container engine answers").isTrue();
        var container = new KafkaContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1");
        container.start();
        return container.getBootstrapServers();
    }

    private static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
