package io.millrace.evaluator.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one condition of a policy. */
final class ConditionReader {

    /** What a condition can look at. */
    private static final List<String> KINDS = List.of(
            "kept",
            "every",
            "cron",
            "age",
            "acceptRateChange",
            "drift",
            "distinct4Below",
            "selfBleuAbove",
            "wordVendiBelow");

    private static final long USUAL_SAMPLE = 500;

    private final Function<String, UnaryOperator<Instant>> crons;
    private final Problems problems;

    ConditionReader(Function<String, UnaryOperator<Instant>> crons, Problems problems) {
        this.crons = crons;
        this.problems = problems;
    }

    Optional<Condition> read(Node node) {
        Fields fields = Fields.of(node, problems);
        List<String> kinds = KINDS.stream().filter(fields.names()::contains).toList();
        if (kinds.size() != 1) {
            problems.add(node, "a condition has exactly one of %s".formatted(String.join(", ", KINDS)));
            return Optional.empty();
        }
        return switch (kinds.getFirst()) {
            case "kept" -> only(fields, "kept").whole("kept").map(kept -> Condition.at(new Measure.Kept(), kept));
            case "every" ->
                only(fields, "every")
                        .span("every")
                        .flatMap(span -> lasting(fields, "every", new Measure.Elapsed(), span));
            case "age" ->
                only(fields, "age").span("age").flatMap(span -> lasting(fields, "age", new Measure.Age(), span));
            case "cron" -> only(fields, "cron").text("cron").flatMap(text -> cron(fields, text));
            case "drift" -> drift(only(fields, "drift", "above", "rearm", "atLeast", "reference"));
            case "acceptRateChange" -> keptShare(only(fields, "acceptRateChange", "rearm", "atLeast"));
            case "distinct4Below" -> plain(fields, "distinct4Below", new Measure.Distinct4(), true);
            case "selfBleuAbove" -> plain(fields, "selfBleuAbove", new Measure.SelfBleu(), false);
            default -> plain(fields, "wordVendiBelow", new Measure.WordVendi(), true);
        };
    }

    private static Fields only(Fields fields, String... known) {
        return fields.only(List.of(known));
    }

    private static Optional<Condition> lasting(Fields fields, String name, Measure measure, Duration span) {
        if (span.isZero()) {
            fields.refuse(name, "must be longer than nothing");
            return Optional.empty();
        }
        return Optional.of(Condition.at(measure, span.toSeconds()));
    }

    private Optional<Condition> cron(Fields fields, String expression) {
        try {
            return Optional.of(Condition.at(new Measure.Overdue(crons.apply(expression)), 0));
        } catch (IllegalArgumentException e) {
            fields.refuse("cron", "must be a cron expression of 5 or 6 fields, such as \"0 3 * * *\"");
            return Optional.empty();
        }
    }

    private Optional<Condition> keptShare(Fields fields) {
        var measure = new Measure.KeptShareChange(fields.whole("atLeast").orElse(USUAL_SAMPLE));
        return marked(fields, "acceptRateChange", measure, false);
    }

    private static Optional<Condition> plain(Fields fields, String name, Measure measure, boolean below) {
        return marked(only(fields, name, "rearm"), name, measure, below);
    }

    private Optional<Condition> drift(Fields fields) {
        String name = fields.required("drift");
        Optional<Dimension> dimension = Arrays.stream(Dimension.values())
                .filter(known -> known.label().equals(name))
                .findFirst();
        if (dimension.isEmpty()) {
            fields.refuse(
                    "drift",
                    "must be one of "
                            + Arrays.stream(Dimension.values())
                                    .map(Dimension::label)
                                    .collect(Collectors.joining(", ")));
        }
        fields.required("above");
        Optional<Distribution> reference = reference(fields);
        long atLeast = fields.whole("atLeast").orElse(USUAL_SAMPLE);
        var measure = new Measure.Drift(dimension.orElse(Dimension.DOMAIN), reference, atLeast);
        Optional<Condition> condition = marked(fields, "above", measure, false);
        return dimension.flatMap(known -> condition);
    }

    private Optional<Distribution> reference(Fields fields) {
        return fields.node("reference").map(node -> {
            Fields parts = Fields.of(node, problems);
            var counts = new TreeMap<String, Long>();
            parts.names().forEach(label -> parts.whole(label).ifPresent(part -> counts.put(label, part)));
            return new Distribution(counts);
        });
    }

    /** Falls back behind the mark that it fires at unless another is given. */
    private static Optional<Condition> marked(Fields fields, String name, Measure measure, boolean below) {
        Optional<Double> fires = fields.decimal(name);
        Optional<Double> rearms = fields.decimal("rearm").or(() -> fires);
        if (fires.isEmpty() || rearms.isEmpty()) {
            return Optional.empty();
        }
        if (below ? rearms.get() < fires.get() : rearms.get() > fires.get()) {
            fields.refuse("rearm", "must not be %s '%s'".formatted(below ? "below" : "above", name));
            return Optional.empty();
        }
        return Optional.of(new Condition(measure, fires.get(), rearms.get(), below));
    }
}
