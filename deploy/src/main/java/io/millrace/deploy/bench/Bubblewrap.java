package io.millrace.deploy.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The unprivileged sandbox that a program can be started in, where it is installed. */
record Bubblewrap(Path executable) {

    static Optional<Bubblewrap> find() {
        String searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(searchPath.split(File.pathSeparator))
                .map(directory -> Path.of(directory, "bwrap"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Bubblewrap::new);
    }

    /** The command with every namespace of its own and nothing but a scratch directory to write to. */
    List<String> around(List<String> command) {
        var wrapped = new ArrayList<>(List.of(executable.toString(), "--unshare-all", "--die-with-parent"));
        wrapped.addAll(List.of("--ro-bind", "/", "/", "--dev", "/dev", "--tmpfs", "/tmp"));
        wrapped.addAll(command);
        return wrapped;
    }
}
