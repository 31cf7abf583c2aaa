package io.millrace.deploy.stream;

import io.millrace.deploy.console.OperatorException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Part of one partition of a topic, written as {@code 0:1000-2000}, {@code 0:1000-} or {@code 0}.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Stretch(int partition, long from, long to) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(?::([0-9]{1,18})-([0-9]{1,18})?)?");

    /**
     * Reads a stretch; where no end is given, it has none.
     *
     * @throws OperatorException if it is none
     */
    public static Stretch parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new OperatorException(
                    "A range looks like 0:1000-2000: a partition, its first offset and the one after its last.");
        }
        long from = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
        long to = matcher.group(3) == null ? Long.MAX_VALUE : Long.parseLong(matcher.group(3));
        if (from >= to) {
            throw new OperatorException("The range %s is empty.".formatted(text));
        }
        return new Stretch(Integer.parseInt(matcher.group(1)), from, to);
    }

    Stretch within(Stretch other) {
        return new Stretch(partition, Math.max(from, other.from), Math.min(to, other.to));
    }

    boolean overlaps(Stretch other) {
        return partition == other.partition && from < other.to && other.from < to;
    }

    boolean empty() {
        return from >= to;
    }

    @Override
    public String toString() {
        return "%d:%d-%d".formatted(partition, from, to);
    }
}
