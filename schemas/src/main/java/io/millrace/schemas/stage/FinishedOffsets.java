package io.millrace.schemas.stage;

import java.util.Base64;
import java.util.BitSet;

/**
 * How far one partition has been worked through when records finish in any order: every offset below the low-water mark is
 * finished, and a bitmap tells which ones above it are. The bitmap travels in the metadata of the committed offset, so its span is
 * bounded by what always fits there.
 */
final class FinishedOffsets {

    /** Kafka keeps 4,096 characters of metadata by default, and Base64 spends one on 6 bits. */
    static final int MAX_SPAN = 24_000;

    private final BitSet finished;
    private long low;
    private long next;
    private boolean changed;

    private FinishedOffsets(long low, BitSet finished) {
        this.low = low;
        this.finished = finished;
        this.next = low;
    }

    static FinishedOffsets from(long low) {
        return new FinishedOffsets(low, new BitSet());
    }

    /**
     * Reads a committed position.
     *
     * @throws IllegalArgumentException if the metadata was not written by {@link #metadata()}
     */
    static FinishedOffsets from(long low, String metadata) {
        return new FinishedOffsets(low, BitSet.valueOf(Base64.getDecoder().decode(metadata)));
    }

    /** The position to commit: the first offset that is not finished. */
    long low() {
        return low;
    }

    /** The bitmap to commit with it. */
    String metadata() {
        return Base64.getEncoder().withoutPadding().encodeToString(finished.toByteArray());
    }

    boolean isFinished(long offset) {
        return offset < low || finished.get(bit(offset));
    }

    /** Whether a record so far ahead of the slowest one still fits into the bitmap. */
    boolean admits(long offset) {
        return offset - low < MAX_SPAN;
    }

    void finish(long offset) {
        if (isFinished(offset)) {
            return;
        }
        finished.set(bit(offset));
        changed = true;
        int done = finished.nextClearBit(0);
        if (done > 0) {
            BitSet rest = finished.get(done, Math.max(done, finished.length()));
            finished.clear();
            finished.or(rest);
            low += done;
        }
    }

    /**
     * Notes that the consumer has seen everything below an offset; what it was not given there holds no record. A gap that reaches
     * further than the bitmap is taken in as far as it is admitted, and the rest when it is noted again.
     */
    void seen(long offset) {
        next = Math.max(next, low);
        while (next < offset && admits(next)) {
            finish(next++);
        }
    }

    /** Notes that a record is being worked on, and that the gap before it holds none. */
    void start(long offset) {
        seen(offset);
        next = offset + 1;
    }

    /** Whether there is something new to commit; asking settles it. */
    boolean takeChange() {
        boolean was = changed;
        changed = false;
        return was;
    }

    private int bit(long offset) {
        return Math.toIntExact(offset - low);
    }
}
