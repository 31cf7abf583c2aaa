package io.millrace.deploy.factory;

import io.millrace.deploy.process.Jvm;
import java.nio.file.Path;
import java.util.List;

/** A schema registry with a database in a file. */
final class Registry {

    static final String NAME = "registry";

    private Registry() {}

    static Member member(Home home, Layout layout, FactoryPorts ports) {
        Path jar = home.registry().resolve("quarkus-run.jar");
        var jvm = new Jvm(
                List.of(jar),
                JvmOptions.forProgram(home, layout, NAME)
                        .with(JvmOptions.QUICK_START)
                        .with(List.of(
                                "-Xmx256m",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "-Dquarkus.http.host=127.0.0.1",
                                "-Dquarkus.http.port=" + ports.registry(),
                                "-Dquarkus.http.access-log.enabled=false",
                                "-Dquarkus.management.host=127.0.0.1",
                                "-Dquarkus.management.port=0",
                                "-Dapicurio.storage.kind=sql",
                                "-Dapicurio.storage.sql.kind=h2",
                                "-Dapicurio.datasource.url=jdbc:h2:file:"
                                        + layout.registry().resolve("registry")
                                        // Records carry the ids that it gives, so they must outlast a kill.
                                        + ";WRITE_DELAY=0"))
                        .all(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                List.of());
        return new Member(
                jvm.program(NAME, home.registry()),
                List.of(ports.registry()),
                () -> Web.answers(ports.registry(), "/apis/ccompat/v7/subjects"));
    }
}
