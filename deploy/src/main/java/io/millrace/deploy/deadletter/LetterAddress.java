package io.millrace.deploy.deadletter;

import io.millrace.deploy.console.OperatorException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a dead letter lies, written as {@code candidates.dlq/0/17}. */
public record LetterAddress(String topic, int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("([a-z-]{1,40}\\.dlq)/([0-9]{1,9})/([0-9]{1,18})");

    /**
     * Reads an address.
     *
     * @throws OperatorException if it is none
     */
    public static LetterAddress parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new OperatorException("An address looks like candidates.dlq/0/17; see 'millrace dlq list'.");
        }
        return new LetterAddress(
                matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    @Override
    public String toString() {
        return "%s/%d/%d".formatted(topic, partition, offset);
    }
}
