package io.millrace.schemas.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests to one endpoint begin: as many at once as it copes with, within its limits, and none while it asks for a pause. */
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition left = lock.newCondition();
    private final String host;
    private final Transport transport;
    private final AdaptiveLimit width;
    private final CircuitBreaker breaker;
    private final Optional<TokenBucket> requests;
    private final Optional<TokenBucket> tokens;
    private int underWay;
    private Instant pausedUntil;

    Gate(String host, Limits limits, Transport transport) {
        this.host = host;
        this.transport = transport;
        this.width = new AdaptiveLimit(limits.maxConcurrent());
        this.breaker = new CircuitBreaker(limits.maxFaults(), limits.rest());
        this.requests = bucket(limits.requestsPerMinute());
        this.tokens = bucket(limits.tokensPerMinute());
        this.pausedUntil = now();
    }

    /**
     * Waits for the turn of one request.
     *
     * @param estimate of the request's tokens
     * @throws FaultException if the endpoint failed so often that it is not to be asked now
     */
    Pass enter(long estimate) throws FaultException, InterruptedException {
        Pass pass = place(estimate);
        boolean entered = false;
        try {
            sleep(pass.turn());
            for (Duration pause = pause(); pause.isPositive(); pause = pause()) {
                sleep(pause);
            }
            entered = true;
            return pass;
        } finally {
            if (!entered) {
                pass.close();
            }
        }
    }

    private Pass place(long estimate) throws FaultException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (underWay >= width.current()) {
                breaker.check(now());
                left.await();
            }
            boolean trial = breaker.admit(now());
            underWay++;
            return new Pass(width.begin(), estimate, trial);
        } finally {
            lock.unlock();
        }
    }

    private Duration pause() {
        lock.lock();
        try {
            return Duration.between(now(), pausedUntil);
        } finally {
            lock.unlock();
        }
    }

    private void sleep(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            transport.pause().sleep(duration);
        }
    }

    private Optional<TokenBucket> bucket(OptionalInt perMinute) {
        return perMinute.isPresent() ? Optional.of(new TokenBucket(perMinute.getAsInt(), now())) : Optional.empty();
    }

    private Instant now() {
        return transport.clock().instant();
    }

    /** One request's permission. What became of the request is told to it before it is closed. */
    final class Pass implements AutoCloseable {

        private final long number;
        private final long estimate;
        private final boolean trial;
        private boolean told;

        private Pass(long number, long estimate, boolean trial) {
            this.number = number;
            this.estimate = estimate;
            this.trial = trial;
        }

        private Duration turn() {
            lock.lock();
            try {
                Duration request = requests.map(bucket -> bucket.take(1, now())).orElse(Duration.ZERO);
                Duration size =
                        tokens.map(bucket -> bucket.take(estimate, now())).orElse(Duration.ZERO);
                return request.compareTo(size) > 0 ? request : size;
            } finally {
                lock.unlock();
            }
        }

        /**
         * The endpoint answered.
         *
         * @param used tokens, as far as it reports them
         */
        void answered(OptionalLong used) {
            lock.lock();
            try {
                told = true;
                width.answered();
                breaker.worked(trial);
                used.ifPresent(count -> tokens.ifPresent(bucket -> bucket.correct(count - estimate)));
            } finally {
                lock.unlock();
            }
        }

        void failed(FaultException failure) {
            lock.lock();
            try {
                told = true;
                if (failure.fault().overload()) {
                    width.overloaded(number);
                    failure.retryAfter().ifPresent(this::pause);
                }
                if (!failure.fault().outage()) {
                    breaker.worked(trial);
                } else if (breaker.failed(trial, now())) {
                    LOG.atWarn().addKeyValue("host", host).log("endpoint rests after faults in a row");
                }
            } finally {
                lock.unlock();
            }
        }

        private void pause(Duration asked) {
            Duration longest = transport.retries().longestPause();
            Instant until = now().plus(asked.compareTo(longest) < 0 ? asked : longest);
            if (until.isAfter(pausedUntil)) {
                pausedUntil = until;
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (!told) {
                    breaker.abandoned(trial);
                }
                underWay--;
                left.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
