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
                                "-Dmicronaut.server.host=127.0.0.1",
                                "-Dmicronaut.server.port=" + own.http(),
                                "-Dendpoints.all.port=" + own.management(),
                                "-Dmillrace.instance-id=local",
                                "-Dmillrace.kafka.bootstrap.servers=" + bootstrap,
                                "-Dmillrace.registry.url=" + Addresses.registry(ports)))
                        .all(),
                service.mainClass(),
                List.of());
        return new Member(
                jvm.program(service.module(), layout.of(service)),
                () -> Web.answers(own.management(), "/health/readiness"));
    }
}
