package io.millrace.deploy.intake;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.yaml.YamlFile;
import io.millrace.generator.rule.Families;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a recipe: a YAML list of {@code {family, level, count, strategy, samples, domain}}. */
public final class RecipeFile {

    private static final int MAX_COUNT = 100_000_000;
    private static final int MAX_SAMPLES = 10_000;
    private static final Set<String> FIELDS =
            Set.of("family", "level", "first", "count", "strategy", "samples", "domain");
    private static final Set<String> STRATEGIES = Set.of("rule", "distillation");

    private final Families families = new Families();

    /**
     * The parts that fit, and the lines of those that do not.
     *
     * @throws OperatorException if the file cannot be read or is no list in YAML
     */
    public Intake<Recipe.Part> read(Path file) {
        var good = new ArrayList<Recipe.Part>();
        var bad = new ArrayList<BadLine>();
        for (Node node : list(file)) {
            try {
                good.add(part(scalars(node)));
            } catch (UnfitException e) {
                bad.add(new BadLine(line(node), e.reason()));
            }
        }
        return new Intake<>(good, bad);
    }

    private static List<Node> list(Path file) {
        if (YamlFile.root(file) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw new OperatorException("%s is not a list of recipe parts.".formatted(file));
    }

    private static Map<String, String> scalars(Node node) throws UnfitException {
        if (!(node instanceof MappingNode mapping)) {
            throw new UnfitException("not a mapping");
        }
        var scalars = new HashMap<String, String>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key) || !FIELDS.contains(key.getValue())) {
                throw new UnfitException("a field is none of "
                        + String.join(", ", FIELDS.stream().sorted().toList()));
            }
            if (!(entry.getValueNode() instanceof ScalarNode value)) {
                throw new UnfitException("field '%s' is not a single value".formatted(key.getValue()));
            }
            scalars.put(key.getValue(), value.getValue());
        }
        return scalars;
    }

    private Recipe.Part part(Map<String, String> fields) throws UnfitException {
        String family = fields.getOrDefault("family", "");
        int level = number(fields, "level", 1, 1_000);
        int first = number(fields, "first", 0, Integer.MAX_VALUE);
        int count = number(fields, "count", 1, MAX_COUNT);
        String strategy = fields.getOrDefault("strategy", "rule");
        if (!STRATEGIES.contains(strategy)) {
            throw new UnfitException("strategy is neither rule nor distillation");
        }
        long capacity = capacity(family, level);
        if (first + (long) count > capacity) {
            throw new UnfitException("level %d of %s has only %d items".formatted(level, family, capacity));
        }
        int samples = number(fields, "samples", 1, MAX_SAMPLES);
        String domain = fields.getOrDefault("domain", family);
        return new Recipe.Part(family, level, first, count, capacity, strategy, samples, domain);
    }

    private long capacity(String family, int level) throws UnfitException {
        try {
            return families.named(family).capacity(level, Split.UNASSIGNED);
        } catch (UnusableSeedException e) {
            throw new UnfitException(String.valueOf(e.getMessage()));
        }
    }

    /** A missing number is the smallest that is allowed. */
    private static int number(Map<String, String> fields, String name, int min, int max) throws UnfitException {
        String text = fields.getOrDefault(name, Integer.toString(min));
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same as a number out of range.
        }
        throw new UnfitException("field '%s' must be a whole number from %d to %d".formatted(name, min, max));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
