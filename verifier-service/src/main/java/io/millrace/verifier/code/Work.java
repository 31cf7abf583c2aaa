package io.millrace.verifier.code;

import java.io.IOException;
import java.util.List;

/** Errands that belong together, all for one slot, and what their replies mean. */
interface Work<T> {

    List<Errand> errands();

    /** Whether the errands after this one are of no more use. */
    default boolean endsWith(Reply reply) {
        return false;
    }

    /**
     * Reads the replies, one for each errand until the last.
     *
     * @throws IOException if they tell of a failure of the sandbox instead
     */
    T result(List<Reply> replies, String isolation, String interpreter) throws IOException;
}
