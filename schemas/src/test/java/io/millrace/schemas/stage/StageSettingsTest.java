package io.millrace.schemas.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageSettingsTest {

    @Test
    void defaults() {
        StageSettings settings = StageSettings.from(Map.of());

        assertThat(settings.instanceId()).isEmpty();
        assertThat(settings.kafka()).containsExactly(Map.entry("bootstrap.servers", "127.0.0.1:9092"));
        assertThat(settings.registry().urls()).containsExactly("http://127.0.0.1:8081/apis/ccompat/v7");
        assertThat(settings.window()).isEqualTo(new WindowSettings(256, 16 << 20, Duration.ofMillis(200), 2_000));
    }

    @Test
    void handsEverythingBelowKafkaAndRegistryToTheirClients() {
        StageSettings settings = StageSettings.from(Map.of(
                "kafka.bootstrap.servers", "k:9092",
                "kafka.bootstrap-servers", "k:9092",
                "kafka.security.protocol", "SASL_SSL",
                "registry.url", "https://one,https://two",
                "registry.basic.auth.user.info", "user:secret"));

        assertThat(settings.kafka()).isEqualTo(Map.of("bootstrap.servers", "k:9092", "security.protocol", "SASL_SSL"));
        assertThat(settings.registry().urls()).isEqualTo(List.of("https://one", "https://two"));
        assertThat(settings.registry().client()).containsEntry("basic.auth.user.info", "user:secret");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void plansATopicWithItsOwnSettingsFirst() {
        StageSettings settings = StageSettings.from(Map.of(
                "topics.partitions",
                6,
                "topics.replication",
                3,
                "topics.min-insync-replicas",
                2,
                "topics.seeds.partitions",
                12,
                "topics.seeds.retention",
                "36h"));

        NewTopic seeds = settings.topics().plan("seeds");
        NewTopic evaluated = settings.topics().plan("evaluated");

        assertThat(seeds.numPartitions()).isEqualTo(12);
        assertThat(seeds.replicationFactor()).isEqualTo((short) 3);
        assertThat(seeds.configs())
                .containsEntry("retention.ms", "129600000")
                .containsEntry("min.insync.replicas", "2");
        assertThat(evaluated.numPartitions()).isEqualTo(6);
        assertThat(evaluated.configs())
                .containsEntry("retention.ms", "-1")
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("compression.type", "gzip");
        assertThat(seeds.configs()).doesNotContainKey("compression.type");
        assertThat(settings.topics().plan("lineage").configs()).containsEntry("cleanup.policy", "compact");
    }

    @ParameterizedTest
    @CsvSource({
        "window.in-flight, 0",
        "window.in-flight, many",
        "window.commit-interval, soon",
        "topics.partitions, -1",
        "topics.retention, 7 days"
    })
    void namesTheSettingThatDoesNotFit(String name, String value) {
        assertThatThrownBy(() -> StageSettings.from(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("millrace." + name);
    }
}
