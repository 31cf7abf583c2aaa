package io.millrace.generator.safety;

/**
 * What a policy says of one topic.
 *
 * @param allowed requests that are answered though they look like others
 * @param borderline requests in doubt
 * @param disallowed requests that are refused
 * @param borderlineHandling "answer" or "refuse"
 */
record Topic(String name, String allowed, String borderline, String disallowed, String borderlineHandling) {

    private static final String ANSWER = "answer";
    private static final String REFUSE = "refuse";

    String policy(Kind kind) {
        return switch (kind) {
            case ALLOWED -> allowed;
            case BORDERLINE -> borderline;
            case DISALLOWED -> disallowed;
        };
    }

    /** "answer" or "refuse". */
    String handling(Kind kind) {
        return switch (kind) {
            case ALLOWED -> ANSWER;
            case BORDERLINE -> borderlineHandling;
            case DISALLOWED -> REFUSE;
        };
    }
}
