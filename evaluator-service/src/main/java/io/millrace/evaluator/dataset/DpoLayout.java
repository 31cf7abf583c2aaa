package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.millrace.evaluator.dataset.Example.Turn;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Message;
import io.millrace.schemas.VerdictKind;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Preference pairs: of one seed's candidates with the same prompt, one that was accepted and kept beside one that a check
 * found wrong. No candidate is in two pairs, and one that could not be judged is in none. Answers without a partner are held in memory.
 */
final class DpoLayout implements Layout {

    private final Map<Prompt, Queue<Answer>> chosen = new HashMap<>();
    private final Map<Prompt, Queue<Answer>> rejected = new HashMap<>();

    @Override
    public @Nullable Object line(Evaluated evaluated) {
        List<Message> messages = evaluated.getVerified().getCandidate().getMessages();
        if (messages.size() < 2) {
            return null;
        }
        if (good(evaluated)) {
            Answer partner = meet(evaluated, rejected, chosen);
            return partner == null ? null : Pair.of(messages, Answer.of(evaluated), partner);
        }
        if (wrong(evaluated)) {
            Answer partner = meet(evaluated, chosen, rejected);
            return partner == null ? null : Pair.of(messages, partner, Answer.of(evaluated));
        }
        return null;
    }

    private static boolean good(Evaluated evaluated) {
        return evaluated.getDecision() == Decision.KEEP
                && evaluated.getVerified().getVerdict() == VerdictKind.ACCEPTED;
    }

    private static boolean wrong(Evaluated evaluated) {
        return evaluated.getVerified().getVerdict() == VerdictKind.REJECTED
                && evaluated.getVerified().getChecks().stream()
                        .anyMatch(check -> check.getOutcome() == CheckOutcome.FAIL);
    }

    /** Takes the longest waiting answer of the other kind, or joins those of its own kind. */
    private static @Nullable Answer meet(
            Evaluated evaluated, Map<Prompt, Queue<Answer>> others, Map<Prompt, Queue<Answer>> own) {
        Prompt prompt = Prompt.of(evaluated.getVerified().getCandidate());
        Queue<Answer> waiting = others.get(prompt);
        if (waiting == null) {
            own.computeIfAbsent(prompt, key -> new ArrayDeque<>()).add(Answer.of(evaluated));
            return null;
        }
        Answer partner = waiting.remove();
        if (waiting.isEmpty()) {
            others.remove(prompt);
        }
        return partner;
    }

    /** What two answers must share to be compared. */
    private record Prompt(String seedId, String contentHash) {

        static Prompt of(Candidate candidate) {
            List<Message> messages = candidate.getMessages();
            return new Prompt(candidate.getSeed().getId(), ContentHash.of(messages.subList(0, messages.size() - 1)));
        }
    }

    private record Answer(String id, String reason, Turn turn) {

        static Answer of(Evaluated evaluated) {
            List<Message> messages = evaluated.getVerified().getCandidate().getMessages();
            return new Answer(evaluated.getId(), evaluated.getVerified().getReason(), Turn.of(messages.getLast()));
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Pair(
            List<Turn> prompt,
            List<Turn> chosen,
            List<Turn> rejected,
            String chosenId,
            String rejectedId,
            String rejectedReason) {

        static Pair of(List<Message> messages, Answer chosen, Answer rejected) {
            return new Pair(
                    messages.subList(0, messages.size() - 1).stream()
                            .map(Turn::of)
                            .toList(),
                    List.of(chosen.turn()),
                    List.of(rejected.turn()),
                    chosen.id(),
                    rejected.id(),
                    rejected.reason());
        }
    }
}
