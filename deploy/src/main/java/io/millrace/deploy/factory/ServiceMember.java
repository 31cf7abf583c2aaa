package io.millrace.deploy.factory;

import io.millrace.deploy.process.Jvm;
import java.nio.file.Files;
import java.util.List;

/** One service as a process. */
final class ServiceMember {

    private ServiceMember() {}

    static Member of(Service service, Home home, Layout layout, Site site) {
        FactoryPorts.ServicePorts own = site.ports().of(service);
        var jvm = new Jvm(
                home.classPath(service.module()),
                JvmOptions.forProgram(home, layout, service.module())
                        .with(List.of(
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-Dmillrace.host=127.0.0.1",
                                "-Dmillrace.port=" + own.http(),
                                "-Dmillrace.management-port=" + own.management(),
                                "-Dmillrace.instance-id=local",
                                "-Dmillrace.kafka.bootstrap.servers="
                                        + site.addresses().bootstrap(),
                                "-Dmillrace.registry.url=" + site.addresses().registry()))
                        .with(settings(service, layout))
                        .with(settingsFile(layout))
                        .all(),
                service.mainClass(),
                List.of());
        return new Member(
                jvm.program(service.module(), layout.of(service)),
                List.of(own.http(), own.management()),
                () -> Web.answers(own.management(), "/health/readiness"));
    }

    private static List<String> settings(Service service, Layout layout) {
        return switch (service) {
            case GENERATOR, VERIFIER -> List.of();
            case EVALUATOR ->
                List.of(
                        "-Dmillrace.evaluator.state-dir=" + layout.of(service),
                        "-Dmillrace.evaluator.dataset-dir=" + layout.datasets());
        };
    }

    private static List<String> settingsFile(Layout layout) {
        return Files.exists(layout.settings()) ? List.of("-Dmicronaut.config.files=" + layout.settings()) : List.of();
    }
}
