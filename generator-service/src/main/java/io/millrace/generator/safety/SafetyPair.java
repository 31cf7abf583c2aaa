package io.millrace.generator.safety;

import io.millrace.generator.llm.AnswerSchema;
import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.LanguageName;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.rule.space.Mix;
import io.millrace.generator.strategy.Draft;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Requests that lie close together on the two sides of a policy: of every three samples the first is allowed though it looks
 * otherwise, the second is in doubt, and the third is disallowed. Whoever answers knows the policy, and not which of them it is.
 */
public final class SafetyPair implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final PromptTemplate REQUEST = PromptTemplate.load(SafetyPair.class, "request", "1");
    private static final PromptTemplate CLASSIFY = PromptTemplate.load(SafetyPair.class, "classify", "1");
    private static final PromptTemplate ANSWER = PromptTemplate.load(SafetyPair.class, "answer", "1");
    private static final PromptTemplate RUBRIC = PromptTemplate.load(SafetyPair.class, "rubric", "1");
    private static final AnswerSchema WRITTEN = AnswerSchema.load(SafetyPair.class, "request");
    private static final AnswerSchema CLASSIFIED = AnswerSchema.load(SafetyPair.class, "classify");

    private static final String TOPIC = "topic";

    /** By the order of the samples. */
    private static final List<Kind> TRIPLE = List.of(Kind.ALLOWED, Kind.BORDERLINE, Kind.DISALLOWED);

    private final Taxonomy taxonomy = Taxonomy.load();

    @Override
    public String name() {
        return "safety-pair";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(
                REVISION,
                List.of(REQUEST, CLASSIFY, ANSWER, RUBRIC),
                List.of(WRITTEN, CLASSIFIED),
                List.of(taxonomy.hash()));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Topic topic = topic(seed, interview.sampleIndex() / TRIPLE.size());
        Kind kind = TRIPLE.get(interview.sampleIndex() % TRIPLE.size());
        String request = request(topic, kind, seed, interview);
        if (classified(topic, request, interview) != kind) {
            throw new UnusableAnswerException("KindDisputed", "the request is not of the kind that was asked for");
        }
        Prompt policy = Prompt.of(ANSWER, policy(topic));
        Message told = Message.newBuilder(policy.message()).setRole("system").build();
        Message asked = Message.newBuilder().setRole("user").setContent(request).build();
        Message answer = interview.ask(ModelRequest.ANSWER, List.of(told, asked), policy.receipt());
        return new Draft(task(topic, kind, List.of(told, asked)), List.of(told, asked, answer), interview.calls());
    }

    /** The three samples of one triple have one topic. */
    private Topic topic(Seed seed, int triple) {
        List<String> names = taxonomy.names();
        long key = Mix.key(Mix.key(Mix.key(seed.getId()), seed.getRngKey()), triple);
        return taxonomy.topic(
                Parameters.of(seed, TOPIC).choice(TOPIC, names).orElseGet(() -> new Chance(key).of(names)));
    }

    private static String request(Topic topic, Kind kind, Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Prompt prompt = Prompt.of(
                REQUEST,
                Map.of(
                        "topic", topic.name(),
                        "allowed", topic.allowed(),
                        "borderline", topic.borderline(),
                        "disallowed", topic.disallowed(),
                        "kind", label(kind),
                        "wanted", topic.policy(kind),
                        "language", LanguageName.of(seed)));
        return interview.ask("request", prompt, WRITTEN).path("request").textValue();
    }

    private static Kind classified(Topic topic, String request, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Prompt prompt = Prompt.of(
                CLASSIFY,
                Map.of(
                        "allowed", topic.allowed(),
                        "borderline", topic.borderline(),
                        "disallowed", topic.disallowed(),
                        "request", request));
        String kind = interview.ask("classify", prompt, CLASSIFIED).path("kind").textValue();
        return Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> policy(Topic topic) {
        return Map.of(
                "allowed", topic.allowed(),
                "borderline", topic.borderline(),
                "disallowed", topic.disallowed(),
                "borderlineHandling", topic.borderlineHandling());
    }

    /** That a request is answered says nothing of how well, so that an answer has a rubric to be judged by. */
    private static Task task(Topic topic, Kind kind, List<Message> conversation) {
        String handling = topic.handling(kind);
        String rubric = handling.equals("answer") ? RUBRIC.render(Map.of("wanted", topic.policy(kind))) : null;
        ChatTask chat = ChatTask.newBuilder()
                .setMessages(conversation)
                .setExpectedHandling(handling)
                .setPolicyRefs(List.of("safety-pair/" + topic.name()))
                .setRubric(rubric)
                .build();
        return Task.newBuilder().setChat(chat).build();
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
