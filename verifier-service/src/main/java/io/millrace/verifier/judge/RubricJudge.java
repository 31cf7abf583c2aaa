package io.millrace.verifier.judge;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.Model;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Consultation;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Whether a reply meets every criterion of its task's rubric, as another model sees it. The judge is asked twice, the second time
 * with the statements in reverse; what it does not say both times it has not said.
 */
public final class RubricJudge implements Check {

    private static final int MAX_LENGTH = 60_000;
    private static final PromptTemplate TEMPLATE = PromptTemplate.load(RubricJudge.class, "rubric", "1");
    private static final Sampling SAMPLING = new Sampling(0.0, null, null, null);

    private final Model model;
    private final String modelName;
    private final boolean kinAllowed;
    private final int places;

    /**
     * A judge.
     *
     * @param modelName as its endpoint knows it
     * @param kinAllowed whether it may judge replies of models of its own family
     * @param places replies that it may judge at once
     */
    public RubricJudge(Model model, String modelName, boolean kinAllowed, int places) {
        this.model = model;
        this.modelName = modelName;
        this.kinAllowed = kinAllowed;
        this.places = places;
    }

    @Override
    public String name() {
        return "rubric-judge";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return Hash.of(TEMPLATE.hash(), modelName, Boolean.toString(kinAllowed));
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        ChatTask chat = candidate.getTask().getChat();
        return chat != null && chat.getRubric() != null;
    }

    @Override
    public OptionalInt places() {
        return OptionalInt.of(places);
    }

    @Override
    public Verdict apply(Candidate candidate) {
        Optional<Rubric> rubric = Rubric.read(
                requireNonNull(requireNonNull(candidate.getTask().getChat()).getRubric()));
        if (rubric.isEmpty()) {
            return new Verdict.Unsupported(Reason.INVALID_TASK, Evidence.of("the rubric cannot be read"));
        }
        if (!kinAllowed && isKin(candidate)) {
            return undecidable("the judge and the author are models of one family");
        }
        String conversation =
                text(candidate.getMessages().subList(0, candidate.getMessages().size() - 1));
        String reply = candidate.getMessages().getLast().getContent();
        if (conversation.length() + reply.length() > MAX_LENGTH) {
            return undecidable("the conversation is too long to be judged");
        }
        return Consultation.verdict(() -> judge(candidate, rubric.get(), conversation, reply));
    }

    private Verdict judge(Candidate candidate, Rubric rubric, String conversation, String reply)
            throws ModelException, InterruptedException {
        Words words = Words.foreignTo(conversation + reply, candidate.getId());
        Questionnaire questionnaire = Questionnaire.of(rubric, words.canary());
        Map<String, String> material = Map.of("seal", words.seal(), "conversation", conversation, "reply", reply);
        Ballot first = ask(candidate, 0, questionnaire, material);
        if (first instanceof Ballot.Spoilt nothing) {
            return undecidable("the judge gave no verdict: " + nothing.why());
        }
        Ballot second = ask(candidate, 1, questionnaire.reversed(), material);
        if (second instanceof Ballot.Spoilt nothing) {
            return undecidable("the judge gave no verdict in reverse order: " + nothing.why());
        }
        return verdict(new Count(((Ballot.Valid) first).met(), ((Ballot.Valid) second).met()));
    }

    private Ballot ask(Candidate candidate, int index, Questionnaire questionnaire, Map<String, String> material)
            throws ModelException, InterruptedException {
        Map<String, String> variables = new HashMap<>(material);
        variables.put("statements", questionnaire.text());
        Message question = Message.newBuilder()
                .setRole("user")
                .setContent(TEMPLATE.render(variables))
                .build();
        Completion completion =
                model.complete(new ModelRequest(candidate.getSeed(), index, List.of(question), SAMPLING));
        return BallotReader.read(completion.answer().getContent(), variables.getOrDefault("seal", ""), questionnaire);
    }

    private static Verdict verdict(Count count) {
        String text = "%d of %d criteria met, %d not met, %d disputed"
                .formatted(count.met(), count.all(), count.unmet(), count.disputed());
        Evidence evidence = new Evidence(text, null, (double) count.met() / count.all(), Map.of());
        if (count.unmet() > 0) {
            return new Verdict.Fail(Reason.BELOW_RUBRIC, evidence);
        }
        return count.disputed() > 0
                ? new Verdict.Unsupported(Reason.UNDECIDABLE, evidence)
                : new Verdict.Pass(evidence);
    }

    private boolean isKin(Candidate candidate) {
        ModelRef author = candidate.getModel();
        String family = ModelFamily.of(modelName);
        return author != null
                && (ModelFamily.of(author.getRequested()).equals(family)
                        || ModelFamily.of(author.getReturned()).equals(family));
    }

    private static String text(List<Message> messages) {
        return messages.stream()
                .map(message -> message.getRole() + ": " + message.getContent())
                .collect(Collectors.joining("\n\n"));
    }

    private static Verdict undecidable(String why) {
        return new Verdict.Unsupported(Reason.UNDECIDABLE, Evidence.of(why));
    }

    /**
     * Two words that the material does not hold, the same at every try.
     *
     * @param seal stands around the material and in the answer
     * @param canary what the control statements are about
     */
    private record Words(String seal, String canary) {

        private static final int LENGTH = 16;

        static Words foreignTo(String material, String candidateId) {
            String hash = Hash.of(candidateId, material);
            var words = new Words(hash.substring(0, LENGTH), hash.substring(LENGTH, 2 * LENGTH));
            return material.contains(words.seal) || material.contains(words.canary) ? foreignTo(material, hash) : words;
        }
    }

    /** What both orders together say, criterion by criterion. */
    private record Count(int all, int met, int unmet) {

        Count(List<Boolean> first, List<Boolean> second) {
            this(first.size(), agreed(first, second, true), agreed(first, second, false));
        }

        int disputed() {
            return all - met - unmet;
        }

        private static int agreed(List<Boolean> first, List<Boolean> second, boolean answer) {
            int count = 0;
            for (int at = 0; at < first.size(); at++) {
                count += first.get(at) == answer && second.get(at) == answer ? 1 : 0;
            }
            return count;
        }
    }
}
