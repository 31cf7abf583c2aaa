package io.millrace.deploy.factory;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Jvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker that is its own controller. */
final class Broker {

    static final String NAME = "broker";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String CONTROLLER = "CONTROLLER";

    private Broker() {}

    static Member member(Home home, Layout layout, FactoryPorts ports) {
        Path settings = layout.broker().resolve("server.properties");
        var jvm = new Jvm(
                home.classPath("deploy"),
                JvmOptions.forProgram(home, layout, NAME)
                        .with(JvmOptions.QUICK_START)
                        .with(List.of(
                                "-Xms256m",
                                "-Xmx512m",
                                "-Dlogback.configurationFile=io/millrace/deploy/broker-log.xml"))
                        .all(),
                "kafka.Kafka",
                List.of(settings.toString()));
        return new Member(
                jvm.program(NAME, layout.broker()),
                List.of(ports.broker(), ports.controller()),
                () -> prepare(settings, layout.broker().resolve("data"), ports),
                () -> answers(Addresses.broker(ports)));
    }

    private static void prepare(Path settings, Path data, FactoryPorts ports) {
        try {
            Files.writeString(settings, settings(data, ports));
            format(data);
        } catch (IOException e) {
            throw new OperatorException("Cannot write to %s: %s.".formatted(settings.getParent(), e.getMessage()), e);
        }
    }

    private static String settings(Path data, FactoryPorts ports) {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=4
                # One broker holds one copy of everything.
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Few services need few internal partitions, and start sooner.
                offsets.topic.num.partitions=4
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.num.partitions=4
                group.initial.rebalance.delay.ms=0
                # A service that was killed is missed after six seconds instead of 45.
                group.consumer.min.session.timeout.ms=6000
                group.consumer.session.timeout.ms=6000
                # The cleaner would reserve 128 MB that a small factory never needs.
                log.cleaner.dedupe.buffer.size=2097152
                """.formatted(ports.broker(), ports.controller(), data);
    }

    private static void format(Path data) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(data);
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(CONTROLLER)
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    static boolean answers(String bootstrap) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
