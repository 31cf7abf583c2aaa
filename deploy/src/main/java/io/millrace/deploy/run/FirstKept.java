package io.millrace.deploy.run;

import io.millrace.deploy.account.Outcomes;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Seed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers one record that was kept, to show its receipts. */
public final class FirstKept implements Outcomes {

    private @Nullable String id;

    @Override
    public void evaluated(Evaluated evaluated) {
        if (id == null && evaluated.getDecision() == Decision.KEEP) {
            id = evaluated.getVerified().getCandidate().getId();
        }
    }

    @Override
    public void deadLettered(Seed seed, @Nullable Candidate candidate, DeadLetter letter) {}

    public Optional<String> id() {
        return Optional.ofNullable(id);
    }
}
