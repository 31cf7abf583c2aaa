package io.millrace.evaluator.dataset;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.WithdrawnRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version knows of records that were withdrawn.
 *
 * @param upTo the place of the last withdrawal of the dataset that it knows of; null where there was none
 * @param leftOut ids of candidates that were kept in the version's ranges and are left out of its files
 * @param announced what the version is there to say, if it is for that; null for one with records
 */
public record Withdrawals(
        @Nullable Place upTo,
        List<String> leftOut,
        @Nullable Announcement announced) {

    public Withdrawals {
        leftOut = List.copyOf(leftOut);
    }

    /** The place of a withdrawal. */
    public record Place(String topic, int partition, long offset) {}

    /** Records of earlier versions that turned out to be bad. Those versions stay as they are. */
    public record Announcement(String reason, String withdrawnBy, String withdrawnAt, List<Withdrawn> records) {

        public Announcement {
            records = List.copyOf(records);
        }
    }

    /**
     * A record that is withdrawn.
     *
     * @param version the one that holds it; null where none does that is there
     */
    public record Withdrawn(String candidateId, @Nullable Integer version) {}

    /** What a version knows that has records. */
    static Withdrawals of(DatasetCut cut, List<String> leftOut) {
        return new Withdrawals(place(cut.getLastWithdrawal()), leftOut, null);
    }

    /**
     * What a version says that has none.
     *
     * @param earlier the versions that may hold what is withdrawn
     * @throws IllegalArgumentException if no withdrawal of the dataset is where the cut says
     */
    static Withdrawals announced(DatasetCut cut, KnownWithdrawals known, Versions earlier) throws IOException {
        if (known.inOrder().isEmpty()) {
            throw new IllegalArgumentException("No withdrawal of the dataset is where the cut says");
        }
        Withdrawal withdrawal = known.inOrder().getLast();
        List<Withdrawn> records = new ArrayList<>();
        for (WithdrawnRecord record : withdrawal.getRecords()) {
            records.add(new Withdrawn(
                    record.getCandidateId(),
                    earlier.holding(record.getPlace(), cut.getVersion()).orElse(null)));
        }
        var announcement = new Announcement(
                withdrawal.getReason(),
                withdrawal.getWithdrawnBy(),
                withdrawal.getWithdrawnAt().toString(),
                records);
        return new Withdrawals(place(cut.getLastWithdrawal()), List.of(), announcement);
    }

    private static @Nullable Place place(@Nullable Coordinates place) {
        return place == null ? null : new Place(place.getTopic(), place.getPartition(), place.getOffset());
    }
}
