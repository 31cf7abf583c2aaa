package io.millrace.deploy.recipe;

import io.millrace.generator.rule.Families;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what a recipe says of its sources. */
final class SourceReader {

    private static final int MAX_SOURCES = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final Pattern LEVEL = Pattern.compile("[0-9]{1,4}");

    private static final SequencedMap<String, Form> KINDS = kinds();

    private final Families families;
    private final RowSourceReader rows;
    private final Problems problems;

    SourceReader(Families families, Path directory, Problems problems) {
        this.families = families;
        this.rows = new RowSourceReader(directory);
        this.problems = problems;
    }

    private static SequencedMap<String, Form> kinds() {
        var kinds = new LinkedHashMap<String, Form>();
        kinds.put("family", Form.FAMILY);
        kinds.put("file", Form.FILE);
        kinds.put("documents", Form.DOCUMENTS);
        kinds.put("dataset", Form.DATASET);
        return Collections.unmodifiableSequencedMap(kinds);
    }

    /** The sources that fit, by name. */
    Map<String, Origin> read(Mapping recipe) {
        var origins = new LinkedHashMap<String, Origin>();
        recipe.mapping("sources").ifPresent(sources -> {
            if (sources.names().size() > MAX_SOURCES) {
                recipe.refuse("sources", "has more than %d".formatted(MAX_SOURCES));
            }
            for (String name : sources.names()) {
                if (!NAME.matcher(name).matches()) {
                    sources.refuse(
                            name,
                            "is no name: 1 to 60 letters, digits, '.', '_' or '-', beginning with a letter or digit");
                }
                sources.mapping(name)
                        .flatMap(source -> origin(source, name))
                        .ifPresent(origin -> origins.put(name, origin));
            }
        });
        return origins;
    }

    private Optional<Origin> origin(Mapping source, String name) {
        List<Form> forms = KINDS.entrySet().stream()
                .filter(kind -> source.has(kind.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (forms.size() != 1) {
            problems.add(source.line(), "a source is one of %s".formatted(String.join(", ", KINDS.keySet())));
            return Optional.empty();
        }
        source.only(forms.getFirst());
        return forms.getFirst() == Form.FAMILY
                ? source.text("family").flatMap(family -> named(source, family)).map(family -> ofFamily(source, family))
                : rows.read(source, name, forms.getFirst());
    }

    private Optional<Family> named(Mapping source, String name) {
        try {
            return Optional.of(families.named(name));
        } catch (UnusableSeedException e) {
            problems.add(source.line("family"), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Origin ofFamily(Mapping source, Family family) {
        List<Integer> levels = source.has("levels")
                ? levels(source, family)
                : IntStream.rangeClosed(1, family.levels()).boxed().toList();
        long first = source.number("first", 0, Long.MAX_VALUE / 2).orElse(0L);
        for (int level : levels) {
            long capacity = family.capacity(level, Split.UNASSIGNED);
            if (first >= capacity) {
                source.refuse("first", "is beyond the %d items of level %d".formatted(capacity, level));
            }
        }
        String domain = source.text("domain").orElse(family.name());
        return new Origin.OfFamily(source.line(), family.name(), levels, domain, first);
    }

    private List<Integer> levels(Mapping source, Family family) {
        List<Integer> levels = new ArrayList<>();
        for (Node node : source.elements("levels")) {
            Optional<Integer> level = level(node).filter(number -> number >= 1 && number <= family.levels());
            if (level.isEmpty()) {
                problems.add(node, "family %s has levels 1 to %d".formatted(family.name(), family.levels()));
            } else if (levels.contains(level.get())) {
                problems.add(node, "level %d is there twice".formatted(level.get()));
            } else {
                levels.add(level.get());
            }
        }
        if (source.elements("levels").isEmpty()) {
            source.refuse("levels", "must be a list of levels, which is not empty");
        }
        return levels;
    }

    private static Optional<Integer> level(Node node) {
        return node instanceof ScalarNode scalar
                        && LEVEL.matcher(scalar.getValue()).matches()
                ? Optional.of(Integer.valueOf(scalar.getValue()))
                : Optional.empty();
    }
}
