package io.millrace.deploy.fact;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.schemas.Fact;
import io.millrace.schemas.FactKey;
import io.millrace.schemas.Topic;
import io.millrace.verifier.factuality.ReferenceException;
import java.util.Comparator;
import java.util.List;

/** The facts of a factory, which verifiers judge claims by whose recipe says so. */
public final class Facts {

    private static final int MAX_MEGABYTES = 1_024;

    private final Connection connection;

    public Facts(Connection connection) {
        this.connection = connection;
        connection.ensure(List.of(Topic.FACTS));
    }

    /** Puts facts in the place of those before; one without a value removes what was known. */
    public void load(List<Fact> facts) {
        try (var feed = new Feed<>(connection, Topic.FACTS)) {
            for (Fact fact : facts) {
                if (fact.getValues().isEmpty()) {
                    feed.remove(FactKey.of(fact));
                } else {
                    feed.send(FactKey.of(fact), fact);
                }
            }
        }
    }

    /** All that is known of a subject, by its relations. */
    public List<KnownFact> about(String subject) {
        try (var table = connection.facts(MAX_MEGABYTES)) {
            return table.about(subject).stream()
                    .map(KnownFact::of)
                    .sorted(Comparator.comparing(KnownFact::relation))
                    .toList();
        } catch (ReferenceException e) {
            throw new OperatorException("The facts cannot be read: %s.".formatted(e.getMessage()), e);
        }
    }
}
