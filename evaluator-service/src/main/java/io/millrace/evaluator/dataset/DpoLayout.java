package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.millrace.evaluator.dataset.Example.Turn;
import io.millrace.evaluator.group.Pair;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Preference pairs, each where the second of its answers comes; until then the first is held in memory. */
final class DpoLayout implements Layout {

    private final OpenPairs pairs;
    private final Map<Pair, Answer> waiting = new HashMap<>();

    DpoLayout(OpenPairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public @Nullable Object line(Evaluated evaluated) {
        Optional<Pair> found = pairs.of(evaluated);
        if (found.isEmpty()) {
            return null;
        }
        Pair pair = found.get();
        Answer answer = Answer.of(evaluated);
        Answer partner = waiting.remove(pair);
        if (partner == null || partner.id().equals(answer.id())) {
            waiting.put(pair, answer);
            return null;
        }
        pairs.close(pair);
        boolean chosen = evaluated
                .getVerified()
                .getCandidate()
                .getId()
                .equals(pair.chosen().getId());
        return chosen ? Line.of(answer, partner) : Line.of(partner, answer);
    }

    private record Answer(String id, String reason, List<Turn> turns) {

        static Answer of(Evaluated evaluated) {
            List<Message> messages = evaluated.getVerified().getCandidate().getMessages();
            return new Answer(
                    evaluated.getId(),
                    evaluated.getVerified().getReason(),
                    messages.stream().map(Turn::of).toList());
        }

        List<Turn> prompt() {
            return turns.subList(0, turns.size() - 1);
        }

        List<Turn> last() {
            return List.of(turns.getLast());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Line(
            List<Turn> prompt,
            List<Turn> chosen,
            List<Turn> rejected,
            String chosenId,
            String rejectedId,
            String rejectedReason) {

        static Line of(Answer chosen, Answer rejected) {
            return new Line(
                    chosen.prompt(), chosen.last(), rejected.last(), chosen.id(), rejected.id(), rejected.reason());
        }
    }
}
