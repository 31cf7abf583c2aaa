package io.millrace.evaluator.dataset;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.WithdrawnRecord;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The withdrawals that a version knows of, by what its cut says: those of its dataset up to one place, and none after it. */
record KnownWithdrawals(List<Withdrawal> inOrder, Set<String> candidateIds) {

    static KnownWithdrawals of(DatasetCut cut, WithdrawalSource source) {
        Coordinates last = cut.getLastWithdrawal();
        if (last == null) {
            return new KnownWithdrawals(List.of(), Set.of());
        }
        try (Stream<Withdrawal> all = source.upTo(last)) {
            List<Withdrawal> own = all.filter(each -> each.getDataset().equals(cut.getDataset()))
                    .toList();
            return new KnownWithdrawals(
                    own,
                    own.stream()
                            .flatMap(each -> each.getRecords().stream())
                            .map(WithdrawnRecord::getCandidateId)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    boolean include(String candidateId) {
        return candidateIds.contains(candidateId);
    }
}
