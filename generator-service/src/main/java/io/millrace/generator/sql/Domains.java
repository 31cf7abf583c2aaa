package io.millrace.generator.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.generator.rule.space.Choices;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Resource;
import java.io.UncheckedIOException;
import java.util.List;

/** The tables that come with the program. */
record Domains(List<Domain> domains) {

    Domains {
        domains = List.copyOf(domains);
    }

    static Domains load() {
        try {
            String json = Resource.text(Domains.class, "domains.json");
            return new Domains(new JsonMapper().readValue(json, new TypeReference<List<Domain>>() {}));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return domains.stream().map(Domain::name).toList();
    }

    /** The tables of a domain, filled. */
    String statements(String name, Choices choices) {
        return domains.get(names().indexOf(name)).statements(choices);
    }

    String hash() {
        return Hash.of(domains.toString());
    }
}
