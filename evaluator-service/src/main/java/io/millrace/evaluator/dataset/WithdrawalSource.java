package io.millrace.evaluator.dataset;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Withdrawal;
import java.util.stream.Stream;

/** Where the withdrawals are read from that a version knows of. */
public interface WithdrawalSource {

    /** Every withdrawal on the partition of this one, of whatever dataset, up to and with it, in their order; to be closed after use. */
    Stream<Withdrawal> upTo(Coordinates last);
}
