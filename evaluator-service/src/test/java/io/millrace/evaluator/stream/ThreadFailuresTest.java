package io.millrace.evaluator.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {

    private final ThreadFailures failures = new ThreadFailures();

    @Test
    void replacesAThreadThatDiedOfSomethingPassing() {
        assertThat(failures.handle(new StreamsException(new TimeoutException("slow"))))
                .isEqualTo(REPLACE_THREAD);
    }

    @Test
    void endsWhenNoOtherThreadWouldSurvive() {
        assertThat(failures.handle(new StreamsException(new TopicAuthorizationException("verified"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(failures.handle(new OutOfMemoryError())).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void endsWhenThreadsKeepDying() {
        assertThat(Stream.generate(() -> failures.handle(new TimeoutException("slow")))
                        .limit(100))
                .contains(SHUTDOWN_CLIENT);
    }
}
