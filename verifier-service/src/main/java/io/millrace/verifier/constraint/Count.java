package io.millrace.verifier.constraint;

/** How many there are: between the fewest and the most that a fair reader would count. */
record Count(int fewest, int most) {

    static Count exactly(long count) {
        return new Count((int) count, (int) count);
    }
}
