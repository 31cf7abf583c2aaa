package io.millrace.evaluator.diversity;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How like each other kept records are, looked at in the first {@value #WINDOW} of every {@value #EVERY}. Both figures depend on the
 * size of a window, so all have the same.
 *
 * @param place of the next record, from 0 in each window
 * @param selfBleu of the last full window; nothing before it
 * @param wordVendi of the last full window, over vectors of words; nothing before it
 */
public record Likeness(int place, OptionalDouble selfBleu, OptionalDouble wordVendi) {

    /** Records in a window. */
    public static final int WINDOW = 500;

    /** Records from the beginning of one window to that of the next. */
    static final int EVERY = 2_000;

    public static Likeness none() {
        return new Likeness(0, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Whether the next record is in a window. */
    public boolean looks() {
        return place < WINDOW;
    }

    /** Whether the next record completes a window. */
    public boolean completes() {
        return place == WINDOW - 1;
    }

    /** After the next record. */
    public Likeness next() {
        return new Likeness((place + 1) % EVERY, selfBleu, wordVendi);
    }

    /** With the figures of all records of a window. */
    public Likeness of(List<Wording> window) {
        return new Likeness(place, OptionalDouble.of(SelfBleu.of(window)), OptionalDouble.of(Vendi.ofWords(window)));
    }
}
