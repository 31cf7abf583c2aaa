package io.millrace.deploy.stream;

import io.millrace.deploy.process.Deadline;
import io.millrace.schemas.wire.RegistryException;
import io.millrace.schemas.wire.SchemaIds;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.avro.Schema;

/** A registry that may just be starting again: what it could not answer it is asked once more, for as long as that is worth it. */
record PatientRegistry(SchemaIds registry, Duration patience) implements SchemaIds {

    private static final Duration PAUSE = Duration.ofMillis(250);

    @Override
    public int idOf(String subject, Schema schema) {
        return ask(() -> registry.idOf(subject, schema));
    }

    @Override
    public Schema schemaOf(int id) {
        return ask(() -> registry.schemaOf(id));
    }

    private <T> T ask(Supplier<T> request) {
        Deadline deadline = Deadline.after(patience);
        while (true) {
            try {
                return request.get();
            } catch (RegistryException e) {
                if (!e.retriable()
                        || deadline.passed()
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
