package io.millrace.evaluator.dataset;

import java.util.regex.Pattern;

/** A dataset's name, fit to be a directory: letters, digits, dots, underscores and hyphens, beginning with a letter or digit. */
public record DatasetName(String value) {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** @throws IllegalArgumentException if the name is none; the message does not repeat it */
    public DatasetName {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A dataset's name is 1 to 100 letters, digits, '.', '_' or '-', beginning with a letter or digit");
        }
    }
}
