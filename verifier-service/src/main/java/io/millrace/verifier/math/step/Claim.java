package io.millrace.verifier.math.step;

/**
 * Two neighbouring sides of an equality that a solution writes down.
 *
 * @param approximate whether it claims to be about right only
 */
record Claim(String left, String right, boolean approximate) {

    String written() {
        return left.strip() + (approximate ? " ≈ " : " = ") + right.strip();
    }
}
