package io.millrace.schemas;

/**
 * Ids that follow from what a record is made of, so that a redelivered input gives the same ids again. A candidate and all that
 * is later said of it share one hash: {@code c-…} is judged in {@code v-…}, decided on in {@code e-…}, withdrawn in {@code w-…}, and reviewed
 * by people in {@code r-…}.
 */
public final class RecordIds {

    private static final int HASH_LENGTH = 32;

    private RecordIds() {}

    public static String candidate(String seedId, StrategyRef strategy, int sampleIndex) {
        String hash = Hash.of(seedId, strategy.getName(), strategy.getVersion(), Integer.toString(sampleIndex));
        return "c-" + hash.substring(0, HASH_LENGTH);
    }

    /**
     * The id of a candidate that is planted beside another to try the verifier. It looks like any other, and bears its own proof:
     * whoever must tell planted candidates from others can, without being told which were planted.
     */
    public static String planted(String besideCandidateId) {
        String nonce = Hash.of("nonce", besideCandidateId).substring(0, HASH_LENGTH / 2);
        return "c-" + nonce + proof(nonce);
    }

    /** Whether an id of any stage belongs to a planted candidate; wrong for one in 2^64 others. */
    public static boolean isPlanted(String id) {
        String hash = withoutPrefix(id);
        return hash.length() == HASH_LENGTH && hash.endsWith(proof(hash.substring(0, HASH_LENGTH / 2)));
    }

    private static String proof(String nonce) {
        return Hash.of("planted", nonce).substring(0, HASH_LENGTH / 2);
    }

    public static String verified(String candidateId) {
        return "v-" + withoutPrefix(candidateId);
    }

    public static String evaluated(String candidateId) {
        return "e-" + withoutPrefix(candidateId);
    }

    public static String withdrawal(String candidateId) {
        return "w-" + withoutPrefix(candidateId);
    }

    public static String review(String candidateId) {
        return "r-" + withoutPrefix(candidateId);
    }

    /** The candidate that any of the three ids belongs to; an id of another form is returned as it is. */
    public static String candidateOf(String id) {
        return id.startsWith("v-") || id.startsWith("e-") ? "c-" + withoutPrefix(id) : id;
    }

    private static String withoutPrefix(String id) {
        return id.substring(id.indexOf('-') + 1);
    }
}
