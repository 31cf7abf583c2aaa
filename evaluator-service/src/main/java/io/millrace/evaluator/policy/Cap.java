package io.millrace.evaluator.policy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most that records with one value may be of a dataset.
 *
 * @param value "*" for each value by itself
 * @param share between 0 and 1
 */
public record Cap(Axis axis, String value, double share) {

    private static final String ANY = "*";
    private static final Pattern FORM = Pattern.compile("(domain|language|difficulty|tag)/(.+)=([0-9.]{1,20})");

    public Cap {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of %s/%s must be between 0 and 1".formatted(axis, value));
        }
    }

    /** Reads a cap of the form {@code domain/arithmetic=0.2}. */
    public static Cap parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no cap such as domain/arithmetic=0.2, language/*=0.5, difficulty/3=0.3 or tag/nurse=0.1"
                            .formatted(text));
        }
        Axis axis = Axis.valueOf(form.group(1).toUpperCase(Locale.ROOT));
        return new Cap(axis, form.group(2), Double.parseDouble(form.group(3)));
    }

    /** The values of a record that it is for. */
    List<String> of(Traits traits) {
        return traits.on(axis).stream()
                .filter(each -> value.equals(ANY) || value.equals(each))
                .toList();
    }
}
