package io.millrace.schemas.stage;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates topics and waits until they can be written to. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Topics() {}

    /**
     * Creates what is missing and returns once the leader of every partition answers. Kafka confirms a creation earlier than that,
     * and what is sent in between can be lost.
     *
     * @throws KafkaException if the broker cannot be reached or refuses
     */
    public static void ensure(Admin admin, Collection<NewTopic> wanted) {
        Set<String> existing = get(admin.listTopics().names());
        var created = admin.createTopics(wanted.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList());
        created.values().values().forEach(creation -> {
            try {
                get(creation);
            } catch (TopicExistsException sinceThen) {
                // Another process was faster.
            }
        });
        awaitLeaders(admin, wanted.stream().map(NewTopic::name).toList());
    }

    private static void awaitLeaders(Admin admin, Collection<String> names) {
        long start = System.nanoTime();
        while (true) {
            try {
                askLeaders(admin, names);
                return;
            } catch (UnknownTopicOrPartitionException notYet) {
                // The controller knows a new topic before the broker that is asked does.
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw notYet;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static void askLeaders(Admin admin, Collection<String> names) {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        Map<String, TopicDescription> topics = get(admin.describeTopics(names).allTopicNames());
        topics.forEach((name, topic) -> topic.partitions()
                .forEach(part -> latest.put(new TopicPartition(name, part.partition()), OffsetSpec.latest())));
        get(admin.listOffsets(latest).all());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException(e);
        }
    }
}
