package io.millrace.generator.rule.document;

import io.millrace.generator.rule.space.Choices;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A fact of an order.
 *
 * @param name of the field that takes it
 * @param schema of that field
 * @param sentence that tells it
 * @param json its value
 * @param confused a value that is typically taken for it
 */
public record Field(String name, String schema, String sentence, String json, String confused) {

    private static final List<String> FIRST_NAMES = List.of(
            "Alma", "Bjorn", "Celia", "Dario", "Elena", "Fabio", "Ganna", "Henri", "Ilse", "Joao", "Karim", "Lotte");
    private static final List<String> LAST_NAMES = List.of(
            "Arndt", "Bell", "Costa", "Dahl", "Evans", "Fontana", "Gruber", "Haas", "Ito", "Jansen", "Kovacs", "Lind");
    private static final List<String> CITIES =
            List.of("Bergen", "Bilbao", "Ghent", "Graz", "Lisbon", "Lyon", "Prague", "Turin");
    private static final LocalDate FIRST_DAY = LocalDate.of(2030, 1, 1);
    private static final int DAYS = 3_650;
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_LAST = DateTimeFormatter.ofPattern("uuuu-dd-MM", Locale.ENGLISH);

    private static final String TEXT = "{\"type\":\"string\"}";

    /** One fact of every kind. */
    public static List<Field> all(Choices choices) {
        return List.of(
                customer(choices),
                city(choices),
                boxes(choices),
                price(choices),
                day(choices),
                number(choices),
                gift(choices));
    }

    Field mistaken() {
        return new Field(name, schema, sentence, confused, confused);
    }

    private static Field customer(Choices choices) {
        String first = choices.of(FIRST_NAMES);
        String last = choices.of(LAST_NAMES);
        String sentence = "My name is %s %s.".formatted(first, last);
        return new Field("customer", TEXT, sentence, quoted(first + " " + last), quoted(first));
    }

    private static Field city(Choices choices) {
        String city = choices.of(CITIES);
        return new Field("city", TEXT, "Please send everything to %s.".formatted(city), quoted(city), quoted("Europe"));
    }

    private static Field boxes(Choices choices) {
        String boxes = Integer.toString(choices.between(2, 90));
        return new Field("boxes", "{\"type\":\"integer\"}", "We need %s boxes.".formatted(boxes), boxes, quoted(boxes));
    }

    private static Field price(Choices choices) {
        int euros = choices.between(2, 99);
        int cents = choices.between(1, 99);
        String price = "%d.%02d".formatted(euros, cents);
        return new Field(
                "price",
                "{\"type\":\"number\"}",
                "Each box costs %s euros, as agreed.".formatted(price),
                price,
                Integer.toString(euros));
    }

    private static Field day(Choices choices) {
        LocalDate day = FIRST_DAY.plusDays(choices.below(DAYS));
        String otherwise = day.getDayOfMonth() == day.getMonthValue() ? LONG_DATE.format(day) : MONTH_LAST.format(day);
        return new Field(
                "delivery",
                "{\"type\":\"string\",\"description\":\"the date as YYYY-MM-DD\"}",
                "It has to arrive on %s.".formatted(LONG_DATE.format(day)),
                quoted(day.toString()),
                quoted(otherwise));
    }

    private static Field number(Choices choices) {
        int number = choices.between(1, 9_999);
        return new Field(
                "reference",
                "{\"type\":\"string\",\"description\":\"with all its zeros\"}",
                "Our reference is %06d.".formatted(number),
                quoted("%06d".formatted(number)),
                quoted(Integer.toString(number)));
    }

    private static Field gift(Choices choices) {
        boolean gift = choices.below(2) == 1;
        return new Field(
                "gift",
                "{\"type\":\"boolean\"}",
                gift ? "Wrap it as a gift, please." : "No gift wrapping, please.",
                Boolean.toString(gift),
                Boolean.toString(!gift));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
