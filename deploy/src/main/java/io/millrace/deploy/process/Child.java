package io.millrace.deploy.process;

import java.nio.file.Path;

/**
 * A program that was started.
 *
 * @param log everything that it prints
 */
public record Child(String name, ProcessHandle handle, Path log) {

    public boolean alive() {
        return handle.isAlive();
    }

    public long pid() {
        return handle.pid();
    }

    public void askToStop() {
        handle.destroy();
    }

    /** Kills it at once, as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        handle.destroyForcibly();
        handle.onExit().join();
    }
}
