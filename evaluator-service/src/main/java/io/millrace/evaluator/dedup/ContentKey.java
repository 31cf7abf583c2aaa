package io.millrace.evaluator.dedup;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;

/** What two candidates share exactly when they say the same in the same dataset. */
public final class ContentKey {

    private ContentKey() {}

    /** The hash is recomputed, because a record's own statement of it comes from outside. It has a fixed length, so no two keys run together. */
    public static String of(Candidate candidate) {
        return candidate.getSeed().getDataset() + "|" + ContentHash.of(candidate.getMessages());
    }
}
