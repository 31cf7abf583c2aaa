package io.millrace.schemas.model;

/**
 * How many requests may be under way at once: one more after each round of answers, half after an overload (additive increase,
 * multiplicative decrease; Chiu and Jain 1989), between 1 and a maximum. Not for use by several threads.
 */
final class AdaptiveLimit {

    private final int max;
    private double width;
    private long begun;
    private long halved;

    AdaptiveLimit(int max) {
        this.max = max;
        this.width = max;
    }

    int current() {
        return (int) width;
    }

    /** Numbers a request that begins. */
    long begin() {
        return ++begun;
    }

    void answered() {
        width = Math.min(max, width + 1 / width);
    }

    /**
     * Requests that began before the last halving tell nothing new.
     *
     * @param request its number
     */
    void overloaded(long request) {
        if (request > halved) {
            width = Math.max(1, width / 2);
            halved = begun;
        }
    }
}
