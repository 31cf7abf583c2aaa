package io.millrace.verifier.constraint;

/** How many are wanted. */
record Quantity(int atLeast, int atMost) {

    static final Quantity ANY_AT_ALL = new Quantity(1, Integer.MAX_VALUE);

    Finding of(Count count) {
        if (count.most() < atLeast || count.fewest() > atMost) {
            return Finding.VIOLATED;
        }
        return count.fewest() >= atLeast && count.most() <= atMost ? Finding.MET : Finding.UNDECIDED;
    }
}
