package io.millrace.evaluator.diversity;

import java.util.List;

/**
 * The Vendi score of order 2: how many wholly different things would be as diverse (D. Friedman, A. B. Dieng, The Vendi Score: A
 * Diversity Evaluation Metric for Machine Learning, TMLR 2023; its orders in A. Pasarkar, A. B. Dieng, Cousins of the Vendi Score, 2023).
 * Of n vectors of length 1 with inner products K it is 1 / |K/n|², the norm being Frobenius', and K has the norm of the sum of the
 * vectors' outer products, which has the size of the vectors, however many there are.
 */
final class Vendi {

    private Vendi() {}

    /** Of texts as vectors of their words. */
    static double ofWords(List<Wording> texts) {
        return ofOrderTwo(texts.stream().map(WordVectors::of).toList());
    }

    /** Of vectors of one size and of any length but 0. */
    static double ofOrderTwo(List<float[]> vectors) {
        int size = vectors.getFirst().length;
        float[][] products = new float[size][size];
        int[] present = new int[size];
        for (float[] vector : vectors) {
            add(vector, present, products);
        }
        double norm = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double product = products[row][column];
                norm += (row == column ? 1 : 2) * product * product;
            }
        }
        return (double) vectors.size() * vectors.size() / norm;
    }

    /** The lower half is enough, and only what is not 0. */
    private static void add(float[] vector, int[] present, float[][] products) {
        int count = 0;
        float square = 0;
        for (int at = 0; at < vector.length; at++) {
            if (vector[at] != 0) {
                present[count++] = at;
                square += vector[at] * vector[at];
            }
        }
        for (int row = 0; row < count; row++) {
            float[] line = products[present[row]];
            float scaled = vector[present[row]] / square;
            for (int column = 0; column <= row; column++) {
                line[present[column]] += scaled * vector[present[column]];
            }
        }
    }
}
