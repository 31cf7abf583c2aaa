package io.millrace.evaluator.trigger;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads policies from YAML. */
public final class PolicyReader {

    private static final int MAX_CHARACTERS = 1 << 18;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final Function<String, UnaryOperator<Instant>> crons;

    /** @param crons the next time after a given one by a cron expression; throws {@link IllegalArgumentException} for what is none */
    public PolicyReader(Function<String, UnaryOperator<Instant>> crons) {
        this.crons = crons;
    }

    /**
     * Reads a whole file.
     *
     * @throws IllegalArgumentException naming everything that does not fit, by line
     */
    public Policies read(String yaml) {
        var problems = new Problems();
        var policies = new ArrayList<Policy>();
        compose(yaml, problems)
                .map(root -> Fields.of(root, problems).only(List.of("policies")))
                .ifPresent(root -> {
                    Set<String> names = new HashSet<>();
                    List<Node> elements = root.elements("policies");
                    if (elements.isEmpty()) {
                        root.refuse("policies", "must name at least one policy");
                    }
                    elements.forEach(element -> policies.add(policy(element, names, problems)));
                });
        if (!problems.none()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return new Policies(policies);
    }

    private static Optional<Node> compose(String yaml, Problems problems) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setMaxAliasesForCollections(0);
        try {
            Optional<Node> root = Optional.ofNullable(new Yaml(options).compose(new StringReader(yaml)));
            if (root.isEmpty()) {
                problems.add(1, "there is nothing");
            }
            return root;
        } catch (MarkedYAMLException e) {
            problems.add(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "this is not YAML");
        } catch (YAMLException e) {
            problems.add(1, "this is not plain YAML of at most %d characters".formatted(MAX_CHARACTERS));
        }
        return Optional.empty();
    }

    private Policy policy(Node node, Set<String> names, Problems problems) {
        Fields fields = Fields.of(node, problems).only(List.of("policy", "dataset", "when", "gates", "spacing"));
        String name = fields.required("policy");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            fields.refuse("policy", "must be small letters, digits and dashes, at most 63");
        } else if (!name.isEmpty() && !names.add(name)) {
            fields.refuse("policy", "is the name of two policies");
        }
        List<Condition> conditions = conditions(fields, problems);
        return new Policy(
                name,
                fields.required("dataset"),
                conditions,
                guards(fields, problems),
                fields.span("spacing").orElse(Duration.ZERO));
    }

    private List<Condition> conditions(Fields fields, Problems problems) {
        List<Node> elements = fields.elements("when");
        if (elements.isEmpty()) {
            fields.refuse("when", "must name at least one condition");
        }
        var reader = new ConditionReader(crons, problems);
        Set<String> measures = new HashSet<>();
        var conditions = new ArrayList<Condition>();
        for (Node element : elements) {
            reader.read(element).ifPresent(condition -> {
                if (!measures.add(condition.measure().name())) {
                    problems.add(element, "the policy has this condition twice");
                }
                conditions.add(condition);
            });
        }
        return conditions;
    }

    /** All of them unless the policy names its own. */
    private static Set<Guard> guards(Fields fields, Problems problems) {
        if (fields.node("gates").isEmpty()) {
            return EnumSet.allOf(Guard.class);
        }
        Set<Guard> guards = EnumSet.noneOf(Guard.class);
        for (Node element : fields.elements("gates")) {
            Optional<Guard> guard = Arrays.stream(Guard.values())
                    .filter(known -> element instanceof ScalarNode scalar
                            && scalar.getValue().equals(known.label()))
                    .findFirst();
            guard.ifPresentOrElse(guards::add, () -> problems.add(element, "a gate is 'contamination' or 'planted'"));
        }
        return guards;
    }
}
