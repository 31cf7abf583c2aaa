package io.millrace.evaluator.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a thread that died of something passing. What no new thread would survive, and a cause that does not pass, end the
 * topology, so that whoever watches the process restarts it.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
    private static final int MAX_REPLACED = 20;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final Deque<Long> replacedAt = new ArrayDeque<>();

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        boolean fatal = fatal(failure) || tooMany(System.nanoTime());
        LOG.atError().addKeyValue("fatal", fatal).setCause(failure).log("a thread of the topology died");
        return fatal ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static boolean fatal(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof Error
                        || cause instanceof AuthenticationException
                        || cause instanceof AuthorizationException
                        || cause instanceof UnsupportedVersionException
                        || cause instanceof ConfigException);
    }

    private synchronized boolean tooMany(long now) {
        replacedAt.addLast(now);
        while (now - replacedAt.getFirst() > WITHIN.toNanos()) {
            replacedAt.removeFirst();
        }
        return replacedAt.size() > MAX_REPLACED;
    }
}
