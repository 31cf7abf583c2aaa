package io.millrace.evaluator.dedup;

/** What two candidates share exactly when they say the same in the same dataset. */
public final class ContentKey {

    private ContentKey() {}

    /** The hash has a fixed length, so no two keys run together. */
    public static String of(String dataset, String contentHash) {
        return dataset + "|" + contentHash;
    }
}
