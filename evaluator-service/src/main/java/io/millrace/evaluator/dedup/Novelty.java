package io.millrace.evaluator.dedup;

/** Whether an accepted candidate brings content that its dataset does not hold yet. The first one to say it wins. */
public sealed interface Novelty {

    /** Nobody said it before. */
    record First() implements Novelty {}

    /** The same candidate was kept before: a repetition, not a duplicate of itself. */
    record Repeated() implements Novelty {}

    /** Another candidate said it first. */
    record DuplicateOf(String candidateId) implements Novelty {}

    /** Another candidate said nearly the same first. */
    record NearTo(String candidateId, double similarity) implements Novelty {}

    /** Compares a candidate with the kept one that says the same. */
    static Novelty same(String candidateId, String keptId) {
        return keptId.equals(candidateId) ? new Repeated() : new DuplicateOf(keptId);
    }

    /** Compares a candidate with the kept one that is nearest to it. */
    static Novelty near(String candidateId, String keptId, double similarity) {
        return keptId.equals(candidateId) ? new Repeated() : new NearTo(keptId, similarity);
    }
}
