package io.millrace.generator.bestof;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.distillation.Prompts;
import io.millrace.generator.llm.AnswerSchema;
import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.solving.FinalAnswer;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Selection;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.PromptTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks the teacher the same several times, and keeps one answer: the first with the final answer that most of them come to, or, where
 * a rubric says what is wanted, the one that the teacher finds best, who sees them in drawn order.
 */
public final class BestOfN implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final PromptTemplate RANK = PromptTemplate.load(BestOfN.class, "rank", "1");
    private static final AnswerSchema RANKED = AnswerSchema.load(BestOfN.class, "ranked");

    private static final int USUAL = 5;
    private static final int MOST = 16;

    /** Characters of all answers together that a ranking can take in; they stand in its receipt. */
    private static final int MAX_RANKED = 100_000;

    private final Function<Seed, Task> tasks;

    /** An answer and how it was come by. */
    private record Answer(Message message, ModelCall call) {

        String text() {
            return message.getContent();
        }
    }

    /**
     * @param tasks finds the task of a seed, or throws an {@link UnusableSeedException}
     */
    public BestOfN(Function<Seed, Task> tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "best-of-n";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(REVISION, Prompts.templatesAnd(List.of(RANK)), List.of(RANKED));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        var parameters = Parameters.of(seed, "answers", "agreeing", "family", "familyVersion", "level", "index");
        int count = parameters.number("answers", USUAL, 2, MOST);
        int agreeing = parameters.number("agreeing", count / 2 + 1, 1, count);
        Task task = tasks.apply(seed);
        Optional<String> rubric = rubric(task);
        Prompt prompt = Prompts.prompt(task);
        List<Message> conversation = Prompts.conversation(task, prompt);
        List<Answer> answers = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Message message = interview.ask("answer-" + number, conversation, prompt.receipt());
            answers.add(new Answer(message, interview.calls().getLast()));
        }
        List<Answer> chosen = rubric.isPresent()
                ? List.of(ranked(answers, conversation, rubric.get(), interview))
                : agreed(answers, agreeing);
        Answer best = chosen.getFirst();
        List<Message> messages = new ArrayList<>(conversation);
        messages.add(best.message());
        Selection selection = rubric.isPresent()
                ? new Selection("ranking", count, null)
                : new Selection("majority", count, chosen.size());
        return new Draft(task, messages, interview.callsEndingWith(best.call()), selection);
    }

    /** What a ranking goes by; nothing where final answers can be compared. */
    private static Optional<String> rubric(Task task) {
        Optional<String> rubric = Optional.ofNullable(task.getChat()).map(ChatTask::getRubric);
        if (rubric.isEmpty() && task.getMath() == null && task.getText() == null) {
            throw new UnusableSeedException(
                    "the seed needs a task with one final answer, of kind math or text, or one of kind chat with a rubric");
        }
        return rubric;
    }

    /** All with the final answer that most have, in their order. */
    private static List<Answer> agreed(List<Answer> answers, int agreeing) throws UnusableAnswerException {
        Map<String, List<Answer>> byFinal = new LinkedHashMap<>();
        for (Answer answer : answers) {
            FinalAnswer.in(answer.text())
                    .ifPresent(read -> byFinal.computeIfAbsent(read.canonical(), canonical -> new ArrayList<>())
                            .add(answer));
        }
        List<Answer> most = byFinal.values().stream()
                .reduce((first, other) -> other.size() > first.size() ? other : first)
                .orElse(List.of());
        if (most.size() < agreeing) {
            throw new UnusableAnswerException(
                    "NoMajority",
                    "fewer than %d of %d answers come to the same final answer".formatted(agreeing, answers.size()));
        }
        return most;
    }

    private static Answer ranked(List<Answer> answers, List<Message> conversation, String rubric, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        List<Answer> shown = interview.chance().distinct(answers.size(), answers);
        String list = IntStream.range(0, shown.size())
                .mapToObj(at -> "<answer number=\"%d\">\n%s\n</answer>"
                        .formatted(at + 1, shown.get(at).text()))
                .collect(Collectors.joining("\n\n"));
        if (list.length() > MAX_RANKED) {
            throw new UnusableAnswerException(
                    "TooLong", "the answers have more than %d characters together".formatted(MAX_RANKED));
        }
        String said = conversation.stream()
                .map(message -> "%s: %s".formatted(message.getRole(), message.getContent()))
                .collect(Collectors.joining("\n\n"));
        Prompt prompt = Prompt.of(RANK, Map.of("conversation", said, "rubric", rubric, "answers", list));
        JsonNode ranking = interview.ask("rank", prompt, RANKED);
        int best = ranking.path("best").asInt();
        if (best > shown.size()) {
            throw new UnusableAnswerException("UnusableAnswer", "there is no answer of the number that is best");
        }
        return shown.get(best - 1);
    }
}
