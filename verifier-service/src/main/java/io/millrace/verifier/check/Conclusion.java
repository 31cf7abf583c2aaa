package io.millrace.verifier.check;

import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.VerdictKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all checks together say of one candidate, with the receipt of each.
 *
 * @param attempts how often the check was asked that had to be asked most often, at least 1
 */
public record Conclusion(
        VerdictKind verdict,
        Reason reason,
        List<CheckResult> checks,
        @Nullable Extraction extraction,
        int attempts) {

    public Conclusion {
        checks = List.copyOf(checks);
    }
}
