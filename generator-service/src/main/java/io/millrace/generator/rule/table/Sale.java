package io.millrace.generator.rule.table;

import io.millrace.generator.rule.space.Choices;
import java.util.List;

/** A row of the table. */
public record Sale(int id, String city, String product, int units, int price) {

    public static final int MAX_UNITS = 40;

    /** The columns that hold numbers to reckon with. */
    public static final List<String> FIGURES = List.of("units", "price");

    public static final String TABLE = "CREATE TABLE sales ("
            + "id INTEGER PRIMARY KEY, city TEXT NOT NULL, product TEXT NOT NULL, units INTEGER NOT NULL, price INTEGER NOT NULL);\n";

    static final List<String> CITIES = List.of("Bergen", "Lisbon", "Prague");
    static final List<String> PRODUCTS = List.of("kettle", "lamp", "mirror");
    private static final int MAX_PRICE = 90;

    /** One with that many units. */
    public static Sale of(int id, int units, Choices choices) {
        return new Sale(id, choices.of(CITIES), choices.of(PRODUCTS), units, choices.between(5, MAX_PRICE));
    }

    /** The statement that adds it to the table. */
    public String insertion() {
        return "INSERT INTO sales VALUES (%d, '%s', '%s', %d, %d);\n".formatted(id, city, product, units, price);
    }

    int figure(String column) {
        return column.equals("units") ? units : price;
    }
}
