package io.millrace.verifier.math.exact;

/** What is left of the work that one check may do; a unit is about one operation on one limb of a number. */
public final class Fuel {

    /** For one check. */
    public static final long STANDARD = 2_000_000;

    private long left;

    public Fuel(long units) {
        this.left = units;
    }

    /** Fails with an {@link OutOfFuelException} once more is spent than there was. */
    public void spend(long units) {
        left -= units;
        if (left < 0) {
            throw new OutOfFuelException();
        }
    }
}
