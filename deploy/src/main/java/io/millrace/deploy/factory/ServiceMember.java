package io.millrace.deploy.factory;

import io.millrace.deploy.process.Jvm;
import java.util.List;

/** One service as a process. */
final class ServiceMember {

    private ServiceMember() {}

    static Member of(Service service, Home home, Layout layout, FactoryPorts ports, String bootstrap) {
        FactoryPorts.ServicePorts own = ports.of(service);
        var jvm = new Jvm(
                home.classPath(service.module()),
                JvmOptions.forProgram(home, service.module())
                        .with(List.of(
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-Dmillrace.host=127.0.0.1",
                                "-Dmillrace.port=" + own.http(),
                                "-Dmillrace.management-port=" + own.management(),
                                "-Dmillrace.instance-id=local",
                                "-Dmillrace.kafka.bootstrap.servers=" + bootstrap,
                                "-Dmillrace.registry.url=" + Addresses.registry(ports)))
                        .with(settings(service, layout))
                        .all(),
                service.mainClass(),
                List.of());
        return new Member(
                jvm.program(service.module(), layout.of(service)),
                () -> Web.answers(own.management(), "/health/readiness"));
    }

    private static List<String> settings(Service service, Layout layout) {
        return switch (service) {
            case GENERATOR ->
                List.of("-Dmillrace.generator.apprentice-mistake-rate=" + LocalFactory.APPRENTICE_MISTAKE_RATE);
            case VERIFIER -> List.of();
            case EVALUATOR ->
                List.of(
                        "-Dmillrace.evaluator.state-dir=" + layout.of(service),
                        "-Dmillrace.evaluator.dataset-dir=" + layout.datasets());
        };
    }
}
