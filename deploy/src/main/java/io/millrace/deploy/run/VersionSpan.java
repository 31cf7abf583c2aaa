package io.millrace.deploy.run;

import io.millrace.deploy.console.OperatorException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Consecutive versions of a dataset, written as {@code 3} or {@code 2..5}; both ends are meant too. */
public record VersionSpan(int first, int last) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})(?:\\.\\.([1-9][0-9]{0,8}))?");

    /**
     * Reads one version, or the first and the last.
     *
     * @throws OperatorException if it is neither
     */
    public static VersionSpan parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new OperatorException("Versions look like 3 or 2..5.");
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (last < first) {
            throw new OperatorException("There are no versions from %d to %d.".formatted(first, last));
        }
        return new VersionSpan(first, last);
    }

    boolean includes(int version) {
        return first <= version && version <= last;
    }
}
