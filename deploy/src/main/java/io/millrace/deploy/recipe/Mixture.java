package io.millrace.deploy.recipe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much of what is wanted. Every combination of its axes' values is a cell, and whatever fits one cell fits no other. */
record Mixture(Axis domain, Axis difficulty, Axis language) {

    static final Mixture ANYTHING = new Mixture(Axis.WHOLE, Axis.WHOLE, Axis.WHOLE);

    /** One combination; * stands for what is open. */
    record Cell(String domain, String difficulty, String language) {

        String name() {
            return String.join("/", domain, difficulty, language);
        }
    }

    long size() {
        return (long) domain.weights().size()
                * difficulty.weights().size()
                * language.weights().size();
    }

    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (String domainValue : domain.values()) {
            for (String difficultyValue : difficulty.values()) {
                for (String languageValue : language.values()) {
                    cells.add(new Cell(domainValue, difficultyValue, languageValue));
                }
            }
        }
        return cells;
    }

    /** The cells' parts of an amount, in their order; they add up to it. */
    List<Long> targets(long amount) {
        return Apportionment.of(amount, cells().stream().map(this::weight).toList());
    }

    private BigDecimal weight(Cell cell) {
        return domain.weight(cell.domain())
                .multiply(difficulty.weight(cell.difficulty()))
                .multiply(language.weight(cell.language()));
    }

    /** The cell that something is for, if there is one. */
    Optional<Cell> cellOf(Place place) {
        Optional<String> domainValue = domain.valueOf(place.domain());
        Optional<String> difficultyValue = difficulty.valueOf(place.difficulty());
        Optional<String> languageValue = language.valueOf(place.language());
        return domainValue.isEmpty() || difficultyValue.isEmpty() || languageValue.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cell(domainValue.get(), difficultyValue.get(), languageValue.get()));
    }
}
