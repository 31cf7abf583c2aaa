package io.millrace.verifier.check;

import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.VerdictKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all checks together say of one candidate, with the receipt of each. */
public record Conclusion(
        VerdictKind verdict,
        Reason reason,
        List<CheckResult> checks,
        @Nullable Extraction extraction) {

    public Conclusion {
        checks = List.copyOf(checks);
    }
}
