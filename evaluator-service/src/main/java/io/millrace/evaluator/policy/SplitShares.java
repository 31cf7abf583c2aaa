package io.millrace.evaluator.policy;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Split;
import io.millrace.schemas.TaskText;

/**
 * How a dataset is divided, in parts of their sum. A problem falls into one split by its text alone, so that all answers to it, from
 * whatever seed, stay together and no test problem is trained on.
 */
public record SplitShares(int train, int validation, int test) {

    private static final int HEX_DIGITS = 15;

    public SplitShares {
        if (train < 0 || validation < 0 || test < 0 || (long) train + validation + test <= 0) {
            throw new IllegalArgumentException("split shares must not be negative, nor all zero");
        }
    }

    /** The split that the seed asks for, else the one its problem falls into. */
    public Split of(Candidate candidate) {
        Split asked = candidate.getSeed().getSplit();
        return asked == Split.UNASSIGNED
                ? of(candidate.getSeed().getDataset(), TaskText.of(candidate.getTask()))
                : asked;
    }

    Split of(String dataset, String problem) {
        String hash = Hash.of(dataset, ContentHash.of(problem));
        long place = Long.parseLong(hash, 0, HEX_DIGITS, 16) % ((long) train + validation + test);
        if (place < train) {
            return Split.TRAIN;
        }
        return place < (long) train + validation ? Split.VALIDATION : Split.TEST;
    }
}
