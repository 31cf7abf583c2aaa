package io.millrace.generator.rule.family;

import static io.millrace.generator.rule.number.Operator.MINUS;
import static io.millrace.generator.rule.number.Operator.OVER;
import static io.millrace.generator.rule.number.Operator.PLUS;
import static io.millrace.generator.rule.number.Operator.TIMES;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Working.Program;
import io.millrace.generator.rule.number.Rational;
import io.millrace.generator.rule.space.Choices;
import java.util.List;

/** Grade-school stories whose answer is a positive whole number; the numbers are chosen so that every step is possible. */
public final class WordProblems {

    private static final List<String> PEOPLE = List.of(
            "Amara", "Ben", "Chloe", "Dmitri", "Elif", "Farid", "Grace", "Hiro", "Ines", "Jonas", "Kavya", "Luca",
            "Mei", "Noor", "Oskar", "Priya", "Quentin", "Rosa", "Samuel", "Tara", "Uma", "Viktor", "Wen", "Yusuf",
            "Zofia");
    private static final List<String> THINGS =
            List.of("stickers", "marbles", "postcards", "beads", "stamps", "buttons", "shells", "badges");

    private static final List<Rational> SHARES = Rational.properFractions(8);

    private WordProblems() {}

    public static Family family() {
        return new Family(
                "word-problems",
                1,
                List.of(
                        List.of(WordProblems::packs, WordProblems::savings, WordProblems::sharing),
                        List.of(WordProblems::shopping, WordProblems::journey, WordProblems::orchard),
                        List.of(WordProblems::discount, WordProblems::pump, WordProblems::school),
                        List.of(WordProblems::workshop, WordProblems::backwards, WordProblems::overtime)));
    }

    private static Item packs(Choices choices, Choices chance) {
        String things = choices.of(THINGS);
        int packs = choices.between(3, 30);
        int each = choices.between(12, 60);
        int given = choices.between(2, 35);
        String story = "%s buys %d packs of %d %s each and gives %d of them away. How many %s are left?"
                .formatted(chance.of(PEOPLE), packs, each, things, given, things);
        return item(story, "%d * %d - %d".formatted(packs, each, given), working -> {
            Rational bought = working.step("Bought in all", packs, TIMES, each);
            return working.step("Left after the gift", bought, MINUS, given);
        });
    }

    private static Item savings(Choices choices, Choices chance) {
        int start = choices.between(10, 200);
        int weekly = choices.between(5, 60);
        int weeks = choices.between(2, 20);
        String story =
                "%s has %d dollars and saves %d dollars every week. How many dollars does that make after %d weeks?"
                        .formatted(chance.of(PEOPLE), start, weekly, weeks);
        return item(story, "%d + %d * %d".formatted(start, weekly, weeks), working -> {
            Rational saved = working.step("Saved in %d weeks".formatted(weeks), weekly, TIMES, weeks);
            return working.step("Together with the start", saved, PLUS, start);
        });
    }

    private static Item sharing(Choices choices, Choices chance) {
        String things = choices.of(THINGS);
        int children = choices.between(2, 12);
        int share = choices.between(5, 80);
        int kept = choices.between(2, 60);
        int total = children * share + kept;
        String story =
                "%s has %d %s, keeps %d and shares the others equally among %d children. How many does each child get?"
                        .formatted(chance.of(PEOPLE), total, things, kept, children);
        return item(story, "(%d - %d) / %d".formatted(total, kept, children), working -> {
            Rational shared = working.step("To share", total, MINUS, kept);
            return working.step("For each child", shared, OVER, children);
        });
    }

    private static Item shopping(Choices choices, Choices chance) {
        int books = choices.between(2, 12);
        int bookPrice = choices.between(4, 18);
        int pens = choices.between(2, 12);
        int penPrice = choices.between(2, 9);
        int change = choices.between(2, 40);
        int paid = books * bookPrice + pens * penPrice + change;
        String story =
                ("%s buys %d notebooks for %d dollars each and %d pens for %d dollars each, and pays with %d dollars. "
                                + "How many dollars come back?")
                        .formatted(chance.of(PEOPLE), books, bookPrice, pens, penPrice, paid);
        String formula = "%d - %d * %d - %d * %d".formatted(paid, books, bookPrice, pens, penPrice);
        return item(story, formula, working -> {
            Rational first = working.step("Notebooks", books, TIMES, bookPrice);
            Rational second = working.step("Pens", pens, TIMES, penPrice);
            Rational cost = working.step("Both", first, PLUS, second);
            return working.step("Change", paid, MINUS, cost);
        });
    }

    private static Item journey(Choices choices, Choices chance) {
        int speed = choices.between(40, 110);
        int hours = choices.between(2, 6);
        int laterSpeed = choices.between(40, 110);
        int laterHours = choices.between(2, 6);
        int rest = choices.between(10, 99);
        int distance = speed * hours + laterSpeed * laterHours + rest;
        String story =
                ("%s has to drive %d km. The first %d hours go at %d km per hour, the next %d hours at %d km per hour. "
                                + "How many km are still to go?")
                        .formatted(chance.of(PEOPLE), distance, hours, speed, laterHours, laterSpeed);
        String formula = "%d - %d * %d - %d * %d".formatted(distance, hours, speed, laterHours, laterSpeed);
        return item(story, formula, working -> {
            Rational first = working.step("First part in km", hours, TIMES, speed);
            Rational second = working.step("Second part in km", laterHours, TIMES, laterSpeed);
            Rational driven = working.step("Driven so far", first, PLUS, second);
            return working.step("Still to go", distance, MINUS, driven);
        });
    }

    private static Item orchard(Choices choices, Choices chance) {
        int rows = choices.between(5, 40);
        int trees = choices.between(6, 40);
        int yield = choices.between(10, 60);
        int sold = choices.between(2, 200);
        String story =
                ("An orchard has %d rows of %d trees. Each tree gives %d kg of apples, and %s sells %d kg of them. "
                                + "How many kg are left?")
                        .formatted(rows, trees, yield, chance.of(PEOPLE), sold);
        return item(story, "%d * %d * %d - %d".formatted(rows, trees, yield, sold), working -> {
            Rational all = working.step("Trees", rows, TIMES, trees);
            Rational harvest = working.step("Harvest in kg", all, TIMES, yield);
            return working.step("Left in kg", harvest, MINUS, sold);
        });
    }

    private static Item discount(Choices choices, Choices chance) {
        int price = 20 * choices.between(2, 100);
        int percent = 5 * choices.between(1, 15);
        int count = choices.between(2, 20);
        int delivery = choices.between(3, 30);
        String story =
                ("A chair costs %d dollars. %s gets %d percent off and orders %d chairs; delivery of the whole order adds "
                                + "%d dollars. How many dollars is the bill?")
                        .formatted(price, chance.of(PEOPLE), percent, count, delivery);
        String formula = "%d * (100 - %d) / 100 * %d + %d".formatted(price, percent, count, delivery);
        return item(story, formula, working -> {
            Rational parts =
                    working.step("%d percent in dollars, times a hundred".formatted(percent), price, TIMES, percent);
            Rational saved = working.step("Discount on one chair", parts, OVER, 100);
            Rational reduced = working.step("One chair", price, MINUS, saved);
            Rational chairs = working.step("All chairs", reduced, TIMES, count);
            return working.step("With delivery", chairs, PLUS, delivery);
        });
    }

    private static Item pump(Choices choices, Choices chance) {
        int rate = choices.between(5, 60);
        int hours = choices.between(2, 9);
        int minutes = 5 * choices.between(1, 11);
        int rest = choices.between(10, 300);
        int tank = rate * (hours * 60 + minutes) + rest;
        String story =
                ("A tank holds %d litres. %s lets a pump take out %d litres per minute for %d hours and %d minutes. "
                                + "How many litres remain?")
                        .formatted(tank, chance.of(PEOPLE), rate, hours, minutes);
        String formula = "%d - %d * (%d * 60 + %d)".formatted(tank, rate, hours, minutes);
        return item(story, formula, working -> {
            Rational converted = working.step("Hours in minutes", hours, TIMES, 60);
            Rational time = working.step("Minutes in all", converted, PLUS, minutes);
            Rational pumped = working.step("Litres taken out", time, TIMES, rate);
            return working.step("Litres left", tank, MINUS, pumped);
        });
    }

    private static Item school(Choices choices, Choices chance) {
        Rational walking = choices.of(SHARES);
        int part = choices.between(10, 400);
        int bus = choices.between(2, 9);
        int joining = choices.between(2, 30);
        long below = walking.denominator().longValueExact();
        long pupils = below * part;
        String story =
                ("Of the %d pupils of %s's school, %s walk there and %d take the bus; all others cycle. Then %d new pupils "
                                + "come, who cycle too. How many cycle now?")
                        .formatted(pupils, chance.of(PEOPLE), walking, bus, joining);
        String formula = "%d * (1 - %s) - %d + %d".formatted(pupils, walking, bus, joining);
        return item(story, formula, working -> {
            Rational walkers = working.step("Walking", pupils, TIMES, walking);
            Rational others = working.step("Not walking", pupils, MINUS, walkers);
            Rational cyclists = working.step("Cycling at first", others, MINUS, bus);
            return working.step("Cycling now", cyclists, PLUS, joining);
        });
    }

    private static Item workshop(Choices choices, Choices chance) {
        int made = choices.between(5, 40);
        int more = choices.between(1, 15);
        int hours = choices.between(2, 9);
        int price = choices.between(2, 12);
        int costs = choices.between(2, 40);
        List<String> people = chance.distinct(2, PEOPLE);
        String story =
                ("%s makes %d candles an hour and %s makes %d more than that. They work for %d hours, sell every candle "
                                + "for %d dollars, and had costs of %d dollars. How many dollars do they gain?")
                        .formatted(people.get(0), made, people.get(1), more, hours, price, costs);
        String formula = "(%d + %d + %d) * %d * %d - %d".formatted(made, made, more, hours, price, costs);
        return item(story, formula, working -> {
            Rational faster = working.step(people.get(1) + " in an hour", made, PLUS, more);
            Rational both = working.step("Both in an hour", faster, PLUS, made);
            Rational candles = working.step("Candles in all", both, TIMES, hours);
            Rational income = working.step("Income", candles, TIMES, price);
            return working.step("Gain", income, MINUS, costs);
        });
    }

    private static Item backwards(Choices choices, Choices chance) {
        int parts = choices.between(2, 6);
        int part = choices.between(20, 150);
        int spent = choices.between(2, 15);
        int lent = choices.between(2, 40);
        int left = (parts - 1) * part - spent;
        String story =
                ("%s first lends a friend %d dollars, then spends 1/%d of what is left on a book and %d dollars on lunch. "
                                + "Now %d dollars remain. How many dollars were there at the start?")
                        .formatted(chance.of(PEOPLE), lent, parts, spent, left);
        String formula = "(%d + %d) / (1 - 1/%d) + %d".formatted(left, spent, parts, lent);
        return item(story, formula, working -> {
            Rational beforeLunch = working.step("Before lunch", left, PLUS, spent);
            Rational one = working.step("1/%d of it".formatted(parts), beforeLunch, OVER, parts - 1);
            Rational beforeBook = working.step("Before the book", one, TIMES, parts);
            return working.step("At the start", beforeBook, PLUS, lent);
        });
    }

    private static Item overtime(Choices choices, Choices chance) {
        int wage = 2 * choices.between(5, 20);
        int extra = choices.between(1, 15);
        int weeks = choices.between(2, 8);
        int tax = choices.between(20, 200);
        String story =
                ("%s earns %d dollars an hour for the first 40 hours of a week and half as much again for each further "
                                + "hour. How many dollars are left of %d weeks of %d hours each, once %d dollars of tax are paid in all?")
                        .formatted(chance.of(PEOPLE), wage, weeks, 40 + extra, tax);
        String formula = "(40 + %d * 3 / 2) * %d * %d - %d".formatted(extra, wage, weeks, tax);
        return item(story, formula, working -> {
            Rational normal = working.step("First 40 hours", wage, TIMES, 40);
            Rational hours = working.step("Further hours", 40 + extra, MINUS, 40);
            Rational rate = working.step("Pay for each of them", wage, TIMES, Rational.of(3, 2));
            Rational further = working.step("Pay for all of them", hours, TIMES, rate);
            Rational week = working.step("One week", normal, PLUS, further);
            Rational all = working.step("All weeks", week, TIMES, weeks);
            return working.step("After tax", all, MINUS, tax);
        });
    }

    private static Item item(String story, String formula, Program program) {
        Item item = Item.calculated(story, formula, Rational::toString, program);
        if (!item.solution().answer().matches("[1-9][0-9]*")) {
            throw new IllegalStateException("a story ends with an impossible number");
        }
        return item;
    }
}
