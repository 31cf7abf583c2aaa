package io.millrace.evaluator.diversity;

/**
 * Texts as vectors of their words and pairs of words, hashed with signs into a fixed number of dimensions (K. Weinberger and others, Feature
 * Hashing for Large Scale Multitask Learning, ICML 2009). They tell what texts have in common in their wording, and nothing of meaning.
 */
final class WordVectors {

    static final int DIMENSIONS = 384;

    private static final int LONGEST = 2;

    private WordVectors() {}

    /** Never of length 0, unless there are no words. */
    static float[] of(Wording text) {
        float[] vector = new float[DIMENSIONS];
        boolean nothing = true;
        for (int length = 1; length <= LONGEST; length++) {
            for (long gram : text.grams(length)) {
                vector[dimension(gram)] += gram < 0 ? -1 : 1;
            }
        }
        for (float value : vector) {
            nothing &= value == 0;
        }
        if (nothing && !text.empty()) {
            // Signs of opposite words may cancel each other out.
            vector[dimension(text.grams(1)[0])] = 1;
        }
        return vector;
    }

    private static int dimension(long gram) {
        return (int) Long.remainderUnsigned(gram & Long.MAX_VALUE, DIMENSIONS);
    }
}
