package io.millrace.generator.rule;

import io.millrace.generator.rule.family.Arithmetic;
import io.millrace.generator.rule.family.Calendar;
import io.millrace.generator.rule.family.CodePrediction;
import io.millrace.generator.rule.family.CodeSynthesis;
import io.millrace.generator.rule.family.Countdown;
import io.millrace.generator.rule.family.Equations;
import io.millrace.generator.rule.family.Extraction;
import io.millrace.generator.rule.family.Graphs;
import io.millrace.generator.rule.family.Instructions;
import io.millrace.generator.rule.family.Knights;
import io.millrace.generator.rule.family.NumberTheory;
import io.millrace.generator.rule.family.Planning;
import io.millrace.generator.rule.family.Polynomials;
import io.millrace.generator.rule.family.RuleInduction;
import io.millrace.generator.rule.family.StringTransforms;
import io.millrace.generator.rule.family.Sudoku;
import io.millrace.generator.rule.family.Tables;
import io.millrace.generator.rule.family.ToolUse;
import io.millrace.generator.rule.family.WordProblems;
import io.millrace.generator.rule.family.Zebra;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The families by name, and the items of them that seeds ask for. */
public final class Families {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int MAX_ECHO = 40;

    private final Map<String, Family> byName = new LinkedHashMap<>();

    public Families() {
        for (Family family : List.of(
                Arithmetic.family(),
                WordProblems.family(),
                NumberTheory.family(),
                Countdown.family(),
                StringTransforms.family(),
                CodeSynthesis.family(),
                Equations.family(),
                Polynomials.family(),
                Calendar.family(),
                Knights.family(),
                Zebra.family(),
                Sudoku.family(),
                Graphs.family(),
                CodePrediction.family(),
                RuleInduction.family(),
                Tables.family(),
                Extraction.family(),
                Planning.family(),
                ToolUse.family(),
                Instructions.family())) {
            byName.put(family.name(), family);
        }
    }

    public List<Family> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The family of that name.
     *
     * @throws UnusableSeedException if there is none
     */
    public Family named(String name) {
        Family family = byName.get(name);
        if (family == null) {
            throw new UnusableSeedException("no family is called " + quoted(name) + "; there are " + byName.keySet());
        }
        return family;
    }

    /** Whether the seed names an item of a family instead of bringing its own task. */
    public boolean covers(Seed seed) {
        return seed.getTask() == null && seed.getStrategy().getParameters().containsKey("family");
    }

    /**
     * The task that a seed names by its parameters.
     *
     * @throws UnusableSeedException if it names none, or one that does not exist
     */
    public Task task(Seed seed) {
        return item(seed).task();
    }

    /**
     * The item that a seed names by its parameters.
     *
     * @throws UnusableSeedException if it names none, or one that does not exist
     */
    public Item item(Seed seed) {
        if (!covers(seed)) {
            throw new UnusableSeedException("the seed names no item of a family");
        }
        Map<String, String> parameters = seed.getStrategy().getParameters();
        Family family = named(parameters.getOrDefault("family", ""));
        String version = parameters.get("familyVersion");
        if (version != null && !version.equals(Integer.toString(family.version()))) {
            throw new UnusableSeedException(
                    "family %s has version %d, not %s".formatted(family.name(), family.version(), quoted(version)));
        }
        int level = (int) Math.min(number(parameters, "level"), Integer.MAX_VALUE);
        return family.item(seed.getSplit(), level, number(parameters, "index"));
    }

    private static long number(Map<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "");
        if (!NUMBER.matcher(text).matches()) {
            throw new UnusableSeedException(
                    "parameter %s must be a whole number, not %s".formatted(name, quoted(text)));
        }
        return Long.parseLong(text);
    }

    private static String quoted(String text) {
        return "\"" + (text.length() <= MAX_ECHO ? text : text.substring(0, MAX_ECHO) + "…") + "\"";
    }
}
