package io.millrace.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build this is: its version and the git commit it was made from, with "-dirty" for what was never committed. */
public record Build(String version, String commit) {

    private static final Build CURRENT = read();

    public static Build current() {
        return CURRENT;
    }

    /** This build as the producer of records. */
    public Producer producer(String service, String configHash) {
        return new Producer(service, version, commit, configHash);
    }

    private static Build read() {
        var properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String commit = properties.getProperty("git.commit.id.full", "unknown");
        boolean dirty = Boolean.parseBoolean(properties.getProperty("git.dirty"));
        return new Build(properties.getProperty("git.build.version", "unknown"), dirty ? commit + "-dirty" : commit);
    }
}
