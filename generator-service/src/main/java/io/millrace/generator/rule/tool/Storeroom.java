package io.millrace.generator.rule.tool;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Shelves that hold one parcel each at most.
 *
 * @param shelves all of them
 * @param parcels by the shelf that holds them
 * @param locked shelves that nothing is put on or taken from
 */
public record Storeroom(List<String> shelves, Map<String, String> parcels, Set<String> locked) {

    public Storeroom {
        shelves = List.copyOf(shelves);
        parcels = Map.copyOf(parcels);
        locked = Set.copyOf(locked);
    }

    /** The room after a call, or nothing where the call is refused. */
    public Optional<Storeroom> after(StoreroomCall call) {
        return switch (call.tool()) {
            case "move" -> moved(call.argument("parcel"), call.argument("from"), call.argument("to"));
            case "unlock" -> locked(call.argument("shelf"), false);
            case "lock" -> locked(call.argument("shelf"), true);
            default -> discarded(call.argument("parcel"), call.argument("shelf"));
        };
    }

    private Optional<Storeroom> moved(String parcel, String from, String to) {
        if (!parcel.equals(parcels.get(from))
                || parcels.containsKey(to)
                || !shelves.contains(to)
                || locked.contains(from)
                || locked.contains(to)) {
            return Optional.empty();
        }
        Map<String, String> next = new TreeMap<>(parcels);
        next.remove(from);
        next.put(to, parcel);
        return Optional.of(new Storeroom(shelves, next, locked));
    }

    private Optional<Storeroom> locked(String shelf, boolean lock) {
        if (!shelves.contains(shelf) || locked.contains(shelf) == lock) {
            return Optional.empty();
        }
        Set<String> next = new TreeSet<>(locked);
        return Optional.of(
                (lock ? next.add(shelf) : next.remove(shelf)) ? new Storeroom(shelves, parcels, next) : this);
    }

    private Optional<Storeroom> discarded(String parcel, String shelf) {
        if (!parcel.equals(parcels.get(shelf))) {
            return Optional.empty();
        }
        Map<String, String> next = new TreeMap<>(parcels);
        next.remove(shelf);
        return Optional.of(new Storeroom(shelves, next, locked));
    }

    /** The room in words. */
    public String text() {
        return shelves.stream()
                .map(shelf -> "Shelf %s %s%s."
                        .formatted(
                                shelf,
                                Optional.ofNullable(parcels.get(shelf))
                                        .map("holds parcel %s"::formatted)
                                        .orElse("is free"),
                                locked.contains(shelf) ? " and is locked" : ""))
                .collect(Collectors.joining(" "));
    }

    /** The room as the world of a tool task. */
    public String json() {
        return shelves.stream()
                .map(shelf -> "\"%s\":{%s\"locked\":%s}"
                        .formatted(
                                shelf,
                                parcels.containsKey(shelf)
                                        ? "\"parcel\":\"%s\",".formatted(Objects.requireNonNull(parcels.get(shelf)))
                                        : "",
                                locked.contains(shelf)))
                .collect(Collectors.joining(",", "{\"shelves\":{", "}}"));
    }

    /** That the world is this room and nothing else, as the conditions of a goal. */
    public String conditions() {
        return shelves.stream()
                .map(shelf -> parcels.containsKey(shelf)
                        ? "{\"op\":\"equals\",\"path\":\"/shelves/%s\",\"value\":{\"parcel\":\"%s\",\"locked\":%s}}"
                                .formatted(shelf, Objects.requireNonNull(parcels.get(shelf)), locked.contains(shelf))
                        : "{\"op\":\"equals\",\"path\":\"/shelves/%s\",\"value\":{\"locked\":%s}}"
                                .formatted(shelf, locked.contains(shelf)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
