package io.millrace.generator.chatbot;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.llm.AnswerSchema;
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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Has a query written that tests a chatbot, described by a parameter or by the seed's documents, with what must hold of a good reply: constraints that a rule can check, and a
 * rubric where more is expected. The chatbot is then played by somebody who knows none of that.
 */
public final class ChatbotTests implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final PromptTemplate TEST = PromptTemplate.load(ChatbotTests.class, "test", "1");
    private static final PromptTemplate CHATBOT = PromptTemplate.load(ChatbotTests.class, "chatbot", "1");
    private static final AnswerSchema WRITTEN = AnswerSchema.load(ChatbotTests.class, "test");

    private static final String PURPOSE = "purpose";
    private static final int MAX_PURPOSE = 20_000;

    /** What makes a query worth testing with. */
    private static final List<String> ANGLES = List.of(
            "the question that is asked most often",
            "a question that needs two facts put together",
            "a question with a wrong assumption in it",
            "a question that leaves out something that the chatbot must ask back for",
            "a question beyond what the chatbot is for",
            "a question with a wish for a certain form of the reply, such as a list, a table or a length",
            "a question full of misspellings and slang",
            "a complaint that holds a question");

    @Override
    public String name() {
        return "chatbot-tests";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(REVISION, List.of(TEST, CHATBOT), List.of(WRITTEN));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        String purpose = purpose(seed);
        Prompt asked = Prompt.of(
                TEST,
                Map.of(PURPOSE, purpose, "angle", interview.chance().of(ANGLES), "language", LanguageName.of(seed)));
        JsonNode test = interview.ask("test", asked, WRITTEN);
        List<String> constraints = constraints(test);
        Prompt chatbot = Prompt.of(CHATBOT, Map.of(PURPOSE, purpose));
        List<Message> conversation = List.of(
                Message.newBuilder(chatbot.message()).setRole("system").build(),
                Message.newBuilder()
                        .setRole("user")
                        .setContent(test.path("query").textValue())
                        .build());
        Message answer = interview.ask(ModelRequest.ANSWER, conversation, chatbot.receipt());
        ChatTask chat = ChatTask.newBuilder()
                .setMessages(conversation)
                .setConstraints(constraints)
                .setRubric(test.path("rubric").textValue())
                .build();
        return new Draft(
                Task.newBuilder().setChat(chat).build(),
                List.of(conversation.getFirst(), conversation.getLast(), answer),
                interview.calls());
    }

    private static String purpose(Seed seed) {
        Parameters parameters = Parameters.of(seed, PURPOSE);
        String documents = Optional.ofNullable(seed.getTask()).map(Task::getChat).stream()
                .flatMap(chat -> chat.getDocuments().stream())
                .map(document -> document.getTitle() + "\n\n" + document.getText())
                .collect(Collectors.joining("\n\n"));
        return documents.isBlank() || documents.length() > MAX_PURPOSE
                ? parameters.text(PURPOSE, MAX_PURPOSE)
                : parameters.optionalText(PURPOSE, MAX_PURPOSE).orElse(documents);
    }

    private static List<String> constraints(JsonNode test) throws UnusableAnswerException {
        for (JsonNode constraint : test.path("constraints")) {
            boolean whole = constraint.properties().stream()
                    .allMatch(field ->
                            !field.getValue().isNumber() || field.getValue().isInt());
            if (!whole
                    || constraint.path("atLeast").asInt(0)
                            > constraint.path("atMost").asInt(Integer.MAX_VALUE)) {
                throw new UnusableAnswerException("UnusableConstraint", "a constraint that nothing can meet");
            }
        }
        List<String> constraints = StreamSupport.stream(test.path("constraints").spliterator(), false)
                .map(JsonNode::toString)
                .toList();
        if (constraints.stream().distinct().count() < constraints.size()) {
            throw new UnusableAnswerException("UnusableConstraint", "a constraint is given twice");
        }
        return constraints;
    }
}
