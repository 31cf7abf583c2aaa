package io.millrace.deploy.withdrawal;

import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.WithdrawnRecord;
import java.util.List;

/**
 * What was withdrawn, as it is shown.
 *
 * @param records ids of candidates
 */
public record Receipt(String dataset, List<String> records, String reason, String withdrawnBy, String withdrawnAt) {

    public Receipt {
        records = List.copyOf(records);
    }

    static Receipt of(Withdrawal withdrawal) {
        return new Receipt(
                withdrawal.getDataset(),
                withdrawal.getRecords().stream()
                        .map(WithdrawnRecord::getCandidateId)
                        .toList(),
                withdrawal.getReason(),
                withdrawal.getWithdrawnBy(),
                withdrawal.getWithdrawnAt().toString());
    }

    /** In words. */
    public String text() {
        return "%d records are withdrawn from %s. A version of its own says so, later ones leave them out, and earlier ones stay."
                .formatted(records.size(), dataset);
    }
}
