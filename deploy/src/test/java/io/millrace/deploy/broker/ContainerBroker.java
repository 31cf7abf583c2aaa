package io.millrace.deploy.broker;

import com.github.dockerjava.api.DockerClient;
import io.millrace.deploy.process.Ports;
import java.time.Duration;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker in a container; {@code -Dmillrace.it.image} names another image. */
final class ContainerBroker implements TestBroker {

    private static final DockerImageName IMAGE = DockerImageName.parse(
                    System.getProperty("millrace.it.image", "apache/kafka:4.3.1"))
            .asCompatibleSubstituteFor("apache/kafka");
    private static final int KAFKA_PORT = 9092;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaContainer container;

    ContainerBroker() {
        this.container = new KafkaContainer(IMAGE)
                .withStartupTimeout(PATIENCE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        // A port that the engine chooses would be another one after a crash.
        container.setPortBindings(List.of("%d:%d".formatted(Ports.free(1).getFirst(), KAFKA_PORT)));
        container.start();
    }

    @Override
    public String bootstrap() {
        return container.getBootstrapServers();
    }

    @Override
    public void crash() {
        DockerClient engine = DockerClientFactory.instance().client();
        engine.killContainerCmd(container.getContainerId()).exec();
        engine.startContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
