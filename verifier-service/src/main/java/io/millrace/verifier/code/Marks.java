package io.millrace.verifier.code;

/**
 * How each test fared, a letter each: P passed, F failed, - not reached.
 *
 * @param letters empty where nothing is known of single tests
 */
public record Marks(String letters) {

    static final char PASSED = 'P';
    static final char FAILED = 'F';
    static final char NOT_REACHED = '-';

    /** How many tests passed. */
    public int passed() {
        return (int) letters.chars().filter(letter -> letter == PASSED).count();
    }

    /** How many tests there are. */
    public int total() {
        return letters.length();
    }

    /** The first ones, as many as a receipt has room for. */
    String first(int most) {
        return letters.length() <= most ? letters : letters.substring(0, most);
    }
}
