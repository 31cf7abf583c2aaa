package io.millrace.deploy.replay;

import io.millrace.schemas.CheckResult;
import io.millrace.schemas.VerdictKind;

/**
 * One of the two verdicts on a candidate.
 *
 * @param check the check that it rests on, for instance "math-answer/2"; empty where it rests on none
 * @param evidence what that check says, in one line
 */
public record Side(VerdictKind verdict, String reason, String check, String evidence) {

    static Side of(VerdictKind verdict, String reason) {
        return new Side(verdict, reason, "", "");
    }

    Side restingOn(CheckResult result) {
        return new Side(verdict, reason, name(result), result.getEvidence());
    }

    static String name(CheckResult result) {
        return result.getName() + "/" + result.getVersion();
    }
}
