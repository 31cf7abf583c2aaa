package io.millrace.schemas.model;

import java.time.Duration;

/** Lets time pass: {@code Thread::sleep} in a running service. */
@FunctionalInterface
public interface Pause {

    void sleep(Duration duration) throws InterruptedException;
}
