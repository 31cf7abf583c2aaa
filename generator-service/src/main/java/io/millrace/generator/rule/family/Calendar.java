package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.space.Choices;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Days of the week, days between dates, and times of arrival across time zones; each proven by arithmetic of its own. */
public final class Calendar {

    private static final LocalDate FIRST = LocalDate.of(1600, 1, 1);
    /** The days of 600 years. */
    private static final int DAYS = 219_146;

    private static final List<String> WEEKDAYS =
            List.of("Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
    private static final int DAY_MINUTES = 24 * 60;

    private Calendar() {}

    public static Family family() {
        return new Family(
                "calendar",
                1,
                List.of(
                        List.of(Calendar::weekday),
                        List.of(Calendar::arrival),
                        List.of(Calendar::between),
                        List.of(Calendar::later)));
    }

    private static Item weekday(Choices choices, Choices chance) {
        LocalDate date = FIRST.plusDays(choices.below(DAYS));
        int leapYears = date.getYear() / 4 - date.getYear() / 100 + date.getYear() / 400;
        List<String> steps = List.of(
                "%s is day %d of its year".formatted(date, date.getDayOfYear()),
                "There are %d leap years up to the year %d".formatted(leapYears, date.getYear()),
                "1 January of that year was a %s".formatted(name(date.withDayOfYear(1))));
        return Item.text(
                "Which day of the week is %s in the Gregorian calendar?".formatted(date),
                steps,
                name(date),
                WEEKDAYS.get(zeller(date.getYear(), date.getMonthValue(), date.getDayOfMonth())),
                name(date.plusDays(1)),
                name(date.minusDays(1)),
                name(date.plusDays(2)));
    }

    private static Item arrival(Choices choices, Choices chance) {
        int departure = choices.below(DAY_MINUTES);
        int duration = choices.between(35, 959);
        int from = choices.between(-11, 12);
        int to = choices.between(-11, 12);
        LocalTime leaving = LocalTime.MIN.plusMinutes(departure);
        LocalTime landing = leaving.plusMinutes(duration);
        LocalTime answer = landing.plusHours((long) to - from);
        String prompt =
                ("A flight leaves at %s local time, where clocks show UTC%+d, and takes %d hours and %d minutes. "
                                + "What time do clocks show on arrival, at UTC%+d? Answer as HH:MM.")
                        .formatted(leaving, from, duration / 60, duration % 60, to);
        int minutes = Math.floorMod(departure + duration + 60 * (to - from), DAY_MINUTES);
        List<String> steps = List.of(
                "At the place of departure it is then %s".formatted(landing),
                "Clocks at the destination are %+d hours apart".formatted(to - from));
        return Item.text(
                prompt,
                steps,
                answer.toString(),
                "%02d:%02d".formatted(minutes / 60, minutes % 60),
                landing.toString(),
                landing.plusHours((long) from - to).toString(),
                answer.plusHours(1).toString());
    }

    private static Item between(Choices choices, Choices chance) {
        LocalDate start = FIRST.plusDays(choices.below(DAYS));
        int days = choices.between(40, 4_000);
        LocalDate end = start.plusDays(days);
        List<String> steps = List.of(
                "From %s to the end of its year it is %d days"
                        .formatted(start, start.lengthOfYear() - start.getDayOfYear()),
                "%s is day %d of its year".formatted(end, end.getDayOfYear()),
                "With the whole years between them that makes %d".formatted(days));
        int naive = 365 * (end.getYear() - start.getYear()) + end.getDayOfYear() - start.getDayOfYear();
        return Item.text(
                "How many days after %s is %s? Answer with the number alone.".formatted(start, end),
                steps,
                Integer.toString(days),
                Long.toString(dayNumber(end) - dayNumber(start)),
                Integer.toString(days + 1),
                Integer.toString(days - 1),
                Integer.toString(naive));
    }

    private static Item later(Choices choices, Choices chance) {
        LocalDate start = FIRST.plusDays(choices.below(DAYS));
        int weeks = choices.between(2, 60);
        int days = choices.between(1, 6);
        LocalDate answer = start.plusWeeks(weeks).plusDays(days);
        List<String> steps = List.of(
                "%d weeks and %d days are %d days".formatted(weeks, days, weeks * 7 + days),
                "%d weeks later it is %s".formatted(weeks, start.plusWeeks(weeks)));
        return Item.text(
                "Which date is %d weeks and %d days after %s? Answer as YYYY-MM-DD.".formatted(weeks, days, start),
                steps,
                answer.toString(),
                dateOf(dayNumber(start) + 7L * weeks + days),
                answer.plusDays(1).toString(),
                answer.minusDays(1).toString(),
                answer.plusMonths(1).toString());
    }

    private static String name(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Zeller's congruence; 0 is a Saturday. */
    private static int zeller(int year, int month, int day) {
        int shifted = month < 3 ? year - 1 : year;
        int number = month < 3 ? month + 12 : month;
        int century = shifted / 100;
        int inCentury = shifted % 100;
        return (day + 13 * (number + 1) / 5 + inCentury + inCentury / 4 + century / 4 + 5 * century) % 7;
    }

    /** Counts days in years that begin in March. */
    private static long dayNumber(LocalDate date) {
        long month = (date.getMonthValue() + 9L) % 12;
        long year = date.getYear() - month / 10;
        return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.getDayOfMonth() - 1;
    }

    private static String dateOf(long dayNumber) {
        long year = (10_000 * dayNumber + 14_780) / 3_652_425;
        long day = dayNumber - (365 * year + year / 4 - year / 100 + year / 400);
        if (day < 0) {
            year--;
            day = dayNumber - (365 * year + year / 4 - year / 100 + year / 400);
        }
        long month = (100 * day + 52) / 3060;
        return "%04d-%02d-%02d"
                .formatted(year + (month + 2) / 12, (month + 2) % 12 + 1, day - (month * 306 + 5) / 10 + 1);
    }
}
