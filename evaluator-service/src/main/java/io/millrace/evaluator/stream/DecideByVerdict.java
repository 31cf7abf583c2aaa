package io.millrace.evaluator.stream;

import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Verified;

/** Decides on records that were not accepted, which need no comparison. */
final class DecideByVerdict extends Deciding {

    DecideByVerdict(Evaluator evaluator, StageCounters counters) {
        super(evaluator, counters);
    }

    @Override
    Ruling rule(String key, Verified verified) {
        return Ruling.onOthers(verified);
    }
}
