package io.millrace.verifier.sensitive;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.schemas.ToolCall;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a conversation is free of secrets and personal data. Evidence names their kind and their place, never what they are. */
public final class SensitiveData implements Check {

    static final String NAME = "sensitive-data";

    private static final int MAX_LENGTH = 1_000_000;
    private static final int MAX_NAMED = 20;

    private final SensitivePolicy policy;

    public SensitiveData(SensitivePolicy policy) {
        this.policy = policy;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return Hash.of(Detector.VERSION, String.valueOf(Entropy.MIN_OF_A_KEY), policy.text());
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        Task task = candidate.getTask();
        return task.getChat() != null || task.getStructured() != null || task.getTool() != null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        List<Message> messages = candidate.getMessages();
        long length = messages.stream()
                .flatMap(SensitiveData::parts)
                .mapToLong(String::length)
                .sum();
        if (length > MAX_LENGTH) {
            return new Verdict.Unsupported(
                    Reason.UNDECIDABLE, Evidence.of("longer than " + MAX_LENGTH + " characters in all"));
        }
        List<String> found = new ArrayList<>();
        boolean all = true;
        for (int i = 0; i < messages.size(); i++) {
            for (String part : parts(messages.get(i)).toList()) {
                all &= search(part, i + 1, found);
            }
        }
        if (found.isEmpty() && !all) {
            return new Verdict.Unsupported(Reason.UNDECIDABLE, Evidence.of("too much to look at all of it"));
        }
        return found.isEmpty()
                ? new Verdict.Pass(
                        Evidence.of("nothing found of " + policy.kinds().size() + " kinds"))
                : new Verdict.Fail(
                        Reason.SENSITIVE_DATA,
                        Evidence.of(found.size() + " found: "
                                + String.join(
                                        "; ", found.stream().limit(MAX_NAMED).toList())));
    }

    /** Whether everything was looked at. */
    private boolean search(String part, int message, List<String> found) {
        CleanText clean = CleanText.of(part);
        boolean all = true;
        for (Detector detector : Detector.ALL) {
            if (policy.kinds().contains(detector.kind())) {
                Optional<List<Integer>> places = detector.in(clean.text(), policy.allowExamples());
                all &= places.isPresent();
                places.orElse(List.of())
                        .forEach(at -> found.add(
                                detector.kind().label() + " in message " + message + " at " + clean.position(at)));
            }
        }
        return all;
    }

    /** Everything of a message that goes into a dataset. */
    private static Stream<String> parts(Message message) {
        String reasoning = message.getReasoning();
        return Stream.of(
                        Stream.of(message.getContent()),
                        Stream.ofNullable(reasoning),
                        message.getToolCalls().stream().map(ToolCall::getArguments))
                .flatMap(texts -> texts);
    }
}
