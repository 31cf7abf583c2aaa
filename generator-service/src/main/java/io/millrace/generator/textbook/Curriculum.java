package io.millrace.generator.textbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Concepts in an order in which each comes after all that it requires, and else as they are declared. */
final class Curriculum {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, Concept> ordered = new LinkedHashMap<>();

    /**
     * Puts concepts in order.
     *
     * @throws IllegalArgumentException if two have the same id, or one requires an unknown one or, by whatever detour, itself
     */
    Curriculum(List<Concept> concepts) {
        Set<String> ids = new HashSet<>();
        concepts.forEach(concept -> check(ids.add(concept.id()), "two concepts are called " + concept.id()));
        concepts.forEach(concept ->
                check(ids.containsAll(concept.requires()), concept.id() + " requires a concept that there is not"));
        List<Concept> left = new ArrayList<>(concepts);
        while (!left.isEmpty()) {
            Concept next = left.stream()
                    .filter(concept -> ordered.keySet().containsAll(concept.requires()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            left.getFirst().id() + " is part of a circle, or requires something that is"));
            ordered.put(next.id(), next);
            left.remove(next);
        }
    }

    /** Reads {@code {"concepts":[{"id":"…","title":"…","aim":"…","requires":["…"]},…]}}. */
    static Curriculum read(String json) {
        List<Concept> concepts = new ArrayList<>();
        for (JsonNode concept : document(json).path("concepts")) {
            concepts.add(new Concept(
                    concept.path("id").asText(),
                    concept.path("title").asText(),
                    concept.path("aim").asText(),
                    concept.path("requires").valueStream().map(JsonNode::asText).toList()));
        }
        return new Curriculum(concepts);
    }

    List<Concept> concepts() {
        return List.copyOf(ordered.values());
    }

    Optional<Concept> named(String id) {
        return Optional.ofNullable(ordered.get(id));
    }

    /** All that must have been learned before a concept, in the order of the curriculum. */
    List<Concept> before(Concept concept) {
        Set<String> required = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(concept.requires());
        while (!open.isEmpty()) {
            String id = open.removeLast();
            if (required.add(id)) {
                named(id).ifPresent(found -> open.addAll(found.requires()));
            }
        }
        return ordered.values().stream()
                .filter(earlier -> required.contains(earlier.id()))
                .toList();
    }

    private static JsonNode document(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("a curriculum is one JSON document", notJson);
        }
    }

    private static void check(boolean fits, String fault) {
        if (!fits) {
            throw new IllegalArgumentException(fault);
        }
    }
}
