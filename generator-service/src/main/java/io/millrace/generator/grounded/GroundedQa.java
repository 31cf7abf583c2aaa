package io.millrace.generator.grounded;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.llm.AnswerSchema;
import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.LanguageName;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.strategy.Draft;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Document;
import io.millrace.schemas.Grounding;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;

/**
 * Has a question written about one section of the seed's documents, or, for a declared share, one that they do not answer, and then
 * answered by somebody who sees the documents and the question alone.
 */
public final class GroundedQa implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final PromptTemplate QUESTION = PromptTemplate.load(GroundedQa.class, "question", "1");
    private static final PromptTemplate OPEN_QUESTION = PromptTemplate.load(GroundedQa.class, "open-question", "1");
    private static final PromptTemplate ANSWER = PromptTemplate.load(GroundedQa.class, "answer", "1");
    private static final AnswerSchema QUOTED = AnswerSchema.load(GroundedQa.class, "question");
    private static final AnswerSchema OPEN = AnswerSchema.load(GroundedQa.class, "open-question");

    private static final String UNANSWERABLE = "unanswerable";
    private static final double USUAL_SHARE = 0.2;

    /** How a reply says that the documents do not, by the primary tag of its language. */
    private static final Map<String, String> SILENCE = Map.of(
            "en", "The documents do not say.",
            "de", "Die Dokumente sagen dazu nichts.",
            "fr", "Les documents ne disent pas cela.",
            "es", "Los documentos no dicen nada al respecto.");

    /** A question and how an answer has to rest on the documents. */
    private record Question(String text, Grounding grounding) {}

    @Override
    public String name() {
        return "grounded-qa";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(REVISION, List.of(QUESTION, OPEN_QUESTION, ANSWER), List.of(QUOTED, OPEN));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        double share = Parameters.of(seed, UNANSWERABLE).share(UNANSWERABLE, USUAL_SHARE);
        var library = Library.of(seed);
        Chance chance = interview.chance();
        Question question = chance.happens(share)
                ? openQuestion(library, seed, interview)
                : question(library, chance.of(library.passages()), seed, interview);
        Prompt prompt = Prompt.of(
                ANSWER,
                Map.of(
                        "documents", library.text(),
                        "question", question.text(),
                        "silence", SILENCE.getOrDefault(LanguageName.tag(seed), SILENCE.get("en")),
                        "language", LanguageName.of(seed)));
        Message answer = interview.ask(ModelRequest.ANSWER, prompt);
        return new Draft(task(library.documents(), question), List.of(prompt.message(), answer), interview.calls());
    }

    private static Question question(Library library, Passage passage, Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Prompt prompt = Prompt.of(
                QUESTION,
                Map.of(
                        "documents", library.text(),
                        "place", passage.place(),
                        "passage", passage.text(),
                        "language", LanguageName.of(seed)));
        JsonNode written = interview.ask("question", prompt, QUOTED);
        String quote = written.path("quote").textValue();
        if (!passage.holds(quote)) {
            throw new UnusableAnswerException("NotVerbatim", "the quotation does not stand in the section");
        }
        if (library.passages().stream().filter(each -> each.holds(quote)).count() > 1) {
            throw new UnusableAnswerException("NotUnique", "the quotation stands in several sections");
        }
        return new Question(written.path("question").textValue(), new Grounding(true, List.of(passage.place())));
    }

    private static Question openQuestion(Library library, Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Prompt prompt =
                Prompt.of(OPEN_QUESTION, Map.of("documents", library.text(), "language", LanguageName.of(seed)));
        JsonNode written = interview.ask("question", prompt, OPEN);
        return new Question(written.path("question").textValue(), new Grounding(false, List.of()));
    }

    private static Task task(List<Document> documents, Question question) {
        Message asked =
                Message.newBuilder().setRole("user").setContent(question.text()).build();
        ChatTask chat = ChatTask.newBuilder()
                .setMessages(List.of(asked))
                .setDocuments(documents)
                .setGrounding(question.grounding())
                .build();
        return Task.newBuilder().setChat(chat).build();
    }
}
