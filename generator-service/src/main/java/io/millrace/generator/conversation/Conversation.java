package io.millrace.generator.conversation;

import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.LanguageName;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.strategy.Draft;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;

/**
 * Has a teacher play both sides of a conversation, each of which sees only its own instructions. The assistant's last reply is what
 * is judged.
 */
public final class Conversation implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final PromptTemplate USER = PromptTemplate.load(Conversation.class, "user", "1");
    private static final PromptTemplate ASSISTANT = PromptTemplate.load(Conversation.class, "assistant", "1");
    private static final int MAX_TEXT = 200;

    /** Moods and manners of a person that begins a conversation. */
    private static final List<String> MANNERS = List.of(
            "You are in a hurry and write short messages.",
            "You are new to the subject and know none of its terms.",
            "You know the subject well and want details.",
            "You have tried something already, and it did not work.",
            "You are planning ahead and compare possibilities.",
            "You are unsure what to ask for and need to be led to it.",
            "You are sceptical and ask for reasons.",
            "You change your mind about what you want in the course of the conversation.",
            "You ask on behalf of somebody else and have to guess some of the facts.",
            "You are cheerful and wander off the subject at times.");

    @Override
    public String name() {
        return "conversation";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(REVISION, List.of(USER, ASSISTANT), List.of());
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Parameters parameters = Parameters.of(seed, "domain", "tone", "turns");
        int turns = parameters.number("turns", 3, 2, 12);
        Prompt user = user(parameters, seed, interview);
        Prompt assistant = assistant(parameters, seed);
        var dialogue = new Dialogue(
                Message.newBuilder(assistant.message()).setRole("system").build());
        List<Message> asked = List.of();
        for (int turn = 1; turn <= turns; turn++) {
            dialogue.user(interview.ask("user-" + turn, dialogue.asTheUserSeesIt(user.message()), user.receipt()));
            asked = dialogue.messages();
            String step = turn == turns ? ModelRequest.ANSWER : "assistant-" + turn;
            dialogue.assistant(interview.ask(step, asked, assistant.receipt()));
        }
        return new Draft(task(asked, seed), dialogue.messages(), interview.calls());
    }

    private static Prompt user(Parameters parameters, Seed seed, Interview interview) {
        return Prompt.of(
                USER,
                Map.of(
                        "domain", parameters.text("domain", MAX_TEXT),
                        "language", LanguageName.of(seed),
                        "manner", interview.chance().of(MANNERS),
                        "end", Dialogue.END));
    }

    private static Prompt assistant(Parameters parameters, Seed seed) {
        return Prompt.of(
                ASSISTANT,
                Map.of(
                        "domain", parameters.text("domain", MAX_TEXT),
                        "tone", parameters.optionalText("tone", MAX_TEXT).orElse("friendly and factual"),
                        "language", LanguageName.of(seed),
                        "leastWords", Integer.toString(ReplyForm.LEAST_WORDS),
                        "mostWords", Integer.toString(ReplyForm.MOST_WORDS)));
    }

    private static Task task(List<Message> asked, Seed seed) {
        ChatTask chat = ChatTask.newBuilder()
                .setMessages(asked)
                .setConstraints(ReplyForm.constraints(LanguageName.tag(seed)))
                .build();
        return Task.newBuilder().setChat(chat).build();
    }
}
