package io.millrace.schemas.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
// Confluent's own client is on Maven Central only inside this Flink artifact, relocated. With Confluent's repository at
// hand,
// these imports and one dependency change, and nothing else.
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** A schema registry that speaks Confluent's REST API: Confluent, Apicurio (ccompat), Karapace or Redpanda. */
public final class ConfluentRegistry implements SchemaIds {

    private static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final int CACHED_SCHEMAS = 1_000;
    private static final Set<Integer> WORTH_RETRYING = Set.of(408, 429, 500, 502, 503, 504);

    private final SchemaRegistryClient client;
    private final String where;
    private final Set<String> constrained = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Schema> known = new ConcurrentHashMap<>();

    public ConfluentRegistry(RegistrySettings settings) {
        this.client = new CachedSchemaRegistryClient(
                settings.urls(), CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), settings.client(), Map.of());
        this.where = String.join(",", settings.urls());
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ask("register " + subject, () -> {
            constrain(subject);
            return client.register(subject, new AvroSchema(schema.toString()));
        });
    }

    @Override
    public Schema schemaOf(int id) {
        Schema schema = known.get(id);
        if (schema == null) {
            ParsedSchema parsed = ask("read schema " + id, () -> client.getSchemaById(id));
            schema = new Schema.Parser().parse(parsed.canonicalString());
            known.put(id, schema);
        }
        return schema;
    }

    /** Sets the level on the subject itself, because not every registry has a strict global one. */
    private void constrain(String subject) throws IOException, RestClientException {
        if (!constrained.contains(subject)) {
            client.updateCompatibility(subject, COMPATIBILITY);
            constrained.add(subject);
        }
    }

    private <T> T ask(String what, Request<T> request) {
        try {
            return request.send();
        } catch (RestClientException e) {
            boolean retriable = WORTH_RETRYING.contains(e.getStatus());
            throw new RegistryException(
                    "The registry at %s refused to %s: %s".formatted(where, what, e.getMessage()), e, retriable);
        } catch (IOException e) {
            throw new RegistryException(
                    "Cannot reach the registry at %s to %s: %s".formatted(where, what, e.getMessage()), e, true);
        }
    }

    @FunctionalInterface
    private interface Request<T> {

        T send() throws IOException, RestClientException;
    }
}
