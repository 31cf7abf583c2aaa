package io.millrace.generator.llm;

import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Seed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a seed tells its strategy. Whatever is wrong makes the seed unusable; the message names the parameter and its range. */
public final class Parameters {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,9})?");

    private final Map<String, String> texts;

    private Parameters(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /**
     * The parameters of a seed.
     *
     * @throws UnusableSeedException if there is one that the strategy does not know
     */
    public static Parameters of(Seed seed, String... known) {
        Map<String, String> given = seed.getStrategy().getParameters();
        Set<String> names = new TreeSet<>(List.of(known));
        names.add(Aliases.PARAMETER);
        if (!names.containsAll(given.keySet())) {
            throw new UnusableSeedException("there is a parameter that the strategy does not know; it knows " + names);
        }
        return new Parameters(given);
    }

    /** A text of at most so many characters, which is not blank. */
    public Optional<String> optionalText(String name, int longest) {
        Optional<String> text = Optional.ofNullable(texts.get(name));
        check(
                text.map(given -> !given.isBlank() && given.length() <= longest).orElse(true),
                name,
                "a text of 1 to %d characters".formatted(longest));
        return text;
    }

    /** A text that must be given, of at most so many characters. */
    public String text(String name, int longest) {
        Optional<String> text = optionalText(name, longest);
        check(text.isPresent(), name, "a text of 1 to %d characters".formatted(longest));
        return text.orElseThrow();
    }

    /** A whole number between the two, both included. */
    public int number(String name, int usual, int least, int most) {
        String text = texts.getOrDefault(name, Integer.toString(usual));
        boolean fits =
                WHOLE.matcher(text).matches() && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
        check(fits, name, "a whole number from %d to %d".formatted(least, most));
        return Integer.parseInt(text);
    }

    /** A decimal number between 0 and 1, both included. */
    public double share(String name, double usual) {
        String text = texts.getOrDefault(name, Double.toString(usual));
        boolean fits =
                DECIMAL.matcher(text).matches() && Double.parseDouble(text) >= 0 && Double.parseDouble(text) <= 1;
        check(fits, name, "a decimal number from 0 to 1");
        return Double.parseDouble(text);
    }

    /** One of the options. */
    public Optional<String> choice(String name, List<String> options) {
        Optional<String> text = Optional.ofNullable(texts.get(name));
        check(text.map(options::contains).orElse(true), name, "one of " + options);
        return text;
    }

    private static void check(boolean fits, String name, String range) {
        if (!fits) {
            throw new UnusableSeedException("parameter %s must be %s".formatted(name, range));
        }
    }
}
