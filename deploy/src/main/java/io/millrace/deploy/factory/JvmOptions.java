package io.millrace.deploy.factory;

import java.util.ArrayList;
import java.util.List;

/** Options of the JVM of one program. */
record JvmOptions(List<String> all) {

    /** For programs of which little is asked: they compile less and collect with one thread. */
    static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    JvmOptions {
        all = List.copyOf(all);
    }

    /** What every program gets: loaded classes are kept for the next start, and temporary files in a place of its own. */
    static JvmOptions forProgram(Home home, Layout layout, String name) {
        return new JvmOptions(List.of(
                "-XX:SharedArchiveFile=" + home.archives().resolve(name + ".jsa"),
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:disable",
                "-Djava.io.tmpdir=" + layout.temporary(name),
                "--enable-native-access=ALL-UNNAMED"));
    }

    JvmOptions with(List<String> more) {
        var together = new ArrayList<>(all);
        together.addAll(more);
        return new JvmOptions(together);
    }
}
