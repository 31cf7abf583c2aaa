package io.millrace.deploy.factory;

import java.util.ArrayList;
import java.util.List;

/** The processes that make up one factory. */
record Blueprint(Site site, List<Member> members) {

    Blueprint {
        members = List.copyOf(members);
    }

    static Blueprint draw(Home home, Layout layout, Site site) {
        var members = new ArrayList<Member>();
        if (site.ownsBroker()) {
            members.add(Broker.member(home, layout, site.ports()));
        }
        members.add(Registry.member(home, layout, site.ports()));
        for (Service service : Service.values()) {
            members.add(ServiceMember.of(service, home, layout, site));
        }
        return new Blueprint(site, members);
    }
}
