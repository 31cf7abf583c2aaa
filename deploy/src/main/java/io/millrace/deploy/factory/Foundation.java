package io.millrace.deploy.factory;

import io.millrace.deploy.process.Program;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * A broker or a registry just as the local factory runs it, for tests and measurements that need no services.
 *
 * @param ready whether it answers now
 * @param address where clients reach it
 */
public record Foundation(Program program, BooleanSupplier ready, String address) {

    public static Foundation broker(Path state) {
        FactoryPorts ports = FactoryPorts.free();
        return of(layout(state), Broker.member(Home.find(), layout(state), ports), Addresses.broker(ports));
    }

    public static Foundation registry(Path state) {
        FactoryPorts ports = FactoryPorts.free();
        return of(layout(state), Registry.member(Home.find(), layout(state), ports), Addresses.registry(ports));
    }

    private static Foundation of(Layout layout, Member member, String address) {
        layout.emptyTemporary(member.name());
        member.preparation().run();
        return new Foundation(member.program(), member.ready(), address);
    }

    private static Layout layout(Path state) {
        var layout = new Layout(state);
        layout.create();
        return layout;
    }
}
