package io.millrace.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.factory.Foundation;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.wire.ConfluentRegistry;
import io.millrace.schemas.wire.RegistryException;
import io.millrace.schemas.wire.RegistrySettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** Holds the registry that the local factory runs to what the contract needs of it. */
class RegistryIT {

    private static final String SUBJECT = "lineage-value";
    private static final Schema SCHEMA = Coordinates.getClassSchema();

    @Test
    void takesInWhatIsCompatibleBothWaysAndNothingElse() throws Exception {
        try (var registry = new Companion(Foundation::registry)) {
            ConfluentRegistry client = client(registry);

            int id = client.idOf(SUBJECT, SCHEMA);

            assertThat(get(registry.address() + "/config/" + SUBJECT)).contains("FULL_TRANSITIVE");
            assertThat(client(registry).idOf(SUBJECT, SCHEMA)).isEqualTo(id);
            assertThat(client(registry).schemaOf(id)).isEqualTo(SCHEMA);
            assertThat(client.idOf(SUBJECT, grown().optionalString("cluster").endRecord()))
                    .isNotEqualTo(id);
            assertThatThrownBy(() -> client.idOf(
                            SUBJECT, grown().requiredString("cluster").endRecord()))
                    .isInstanceOfSatisfying(
                            RegistryException.class,
                            refusal -> assertThat(refusal.retriable()).isFalse());
        }
    }

    @Test
    void keepsItsSchemasWhenItIsKilled() {
        try (var registry = new Companion(Foundation::registry)) {
            int id = client(registry).idOf(SUBJECT, SCHEMA);

            registry.crash();

            assertThat(client(registry).schemaOf(id)).isEqualTo(SCHEMA);
        }
    }

    private static SchemaBuilder.FieldAssembler<Schema> grown() {
        return SchemaBuilder.record(SCHEMA.getName())
                .namespace(SCHEMA.getNamespace())
                .fields()
                .requiredString("topic")
                .requiredInt("partition")
                .requiredLong("offset");
    }

    private static ConfluentRegistry client(Companion registry) {
        return new ConfluentRegistry(new RegistrySettings(List.of(registry.address()), Map.of()));
    }

    private static String get(String uri) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
