package io.millrace.generator.conversation;

import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.schemas.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A conversation that goes on, as each of its two sides sees it. */
final class Dialogue {

    /** What a side says that has nothing more to say. */
    static final String END = "[end]";

    private static final String USER = "user";
    private static final String ASSISTANT = "assistant";
    private static final Pattern SPACE = Pattern.compile("[\\s\\h]+");

    private final Message instructions;
    private final List<Message> turns = new ArrayList<>();

    /**
     * Begins a conversation.
     *
     * @param instructions of the assistant, which the user never sees
     */
    Dialogue(Message instructions) {
        this.instructions = instructions;
    }

    /** The conversation as it is handed on, and as the assistant sees it. */
    List<Message> messages() {
        List<Message> messages = new ArrayList<>(List.of(instructions));
        messages.addAll(turns);
        return List.copyOf(messages);
    }

    /**
     * The conversation as whoever plays the user sees it, to whom the assistant is the other one.
     *
     * @param role what that side is told instead of the assistant's instructions
     */
    List<Message> asTheUserSeesIt(Message role) {
        List<Message> messages = new ArrayList<>(List.of(role));
        turns.stream()
                .map(turn -> message(turn.getRole().equals(USER) ? ASSISTANT : USER, turn.getContent()))
                .forEach(messages::add);
        return List.copyOf(messages);
    }

    void user(Message said) throws UnusableAnswerException {
        add(message(USER, said.getContent().strip()));
    }

    void assistant(Message said) throws UnusableAnswerException {
        add(Message.newBuilder(said)
                .setRole(ASSISTANT)
                .setContent(said.getContent().strip())
                .build());
    }

    private void add(Message turn) throws UnusableAnswerException {
        String said = plain(turn);
        if (said.isEmpty() || said.contains(END)) {
            throw new UnusableAnswerException("Stalled", "the conversation ended early");
        }
        if (turns.stream().map(Dialogue::plain).anyMatch(said::equals)) {
            throw new UnusableAnswerException("Stalled", "a turn repeats an earlier one");
        }
        turns.add(turn);
    }

    private static Message message(String role, String content) {
        return Message.newBuilder().setRole(role).setContent(content).build();
    }

    private static String plain(Message turn) {
        return SPACE.matcher(turn.getContent().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
