package io.millrace.deploy.factory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The processes that make up one factory. */
record Blueprint(Addresses addresses, List<Member> members) {

    Blueprint {
        members = List.copyOf(members);
    }

    /**
     * Draws a whole factory.
     *
     * @param foreignBroker the address of a broker that somebody else runs; null for one of its own
     */
    static Blueprint draw(Home home, Layout layout, FactoryPorts ports, @Nullable String foreignBroker) {
        String bootstrap = foreignBroker == null ? Addresses.broker(ports) : foreignBroker;
        var members = new ArrayList<Member>();
        if (foreignBroker == null) {
            members.add(Broker.member(home, layout, ports));
        }
        members.add(Registry.member(home, layout, ports));
        for (Service service : Service.values()) {
            members.add(ServiceMember.of(service, home, layout, ports, bootstrap));
        }
        return new Blueprint(Addresses.local(bootstrap, ports), members);
    }
}
