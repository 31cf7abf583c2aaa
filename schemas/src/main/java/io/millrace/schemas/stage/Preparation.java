package io.millrace.schemas.stage;

import java.util.HashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** What must be there before a stage can run. */
public final class Preparation {

    private static final int PATIENCE_MILLIS = 10_000;

    private Preparation() {}

    /**
     * Creates the topics that are missing.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached or refuses
     */
    public static void topics(StageSettings settings, Stream<String> names) {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        try (Admin admin = Admin.create(config)) {
            Topics.ensure(admin, names.map(settings.topics()::plan).toList());
        }
    }
}
