package io.millrace.deploy.factory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes that make up one factory. */
record Blueprint(Addresses addresses, List<Member> members) {

    Blueprint {
        members = List.copyOf(members);
    }

    /** @param foreignBroker the address of a broker that somebody else runs */
    static Blueprint draw(Home home, Layout layout, FactoryPorts ports, Optional<String> foreignBroker) {
        String bootstrap = foreignBroker.orElseGet(() -> Addresses.broker(ports));
        var members = new ArrayList<Member>();
        if (foreignBroker.isEmpty()) {
            members.add(Broker.member(home, layout, ports));
        }
        members.add(Registry.member(home, layout, ports));
        for (Service service : Service.values()) {
            members.add(ServiceMember.of(service, home, layout, ports, bootstrap));
        }
        return new Blueprint(Addresses.local(bootstrap, ports), members);
    }
}
