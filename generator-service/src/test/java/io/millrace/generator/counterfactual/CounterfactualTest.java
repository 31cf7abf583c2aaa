package io.millrace.generator.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.rule.Families;
import io.millrace.generator.rule.number.Formula;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.MathPolicy;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.TextTask;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CounterfactualTest {

    private static final String PROBLEM = "A mill grinds 12 sacks in 3 hours. How many is that in seven hours?";
    private static final String WORDS = "In three hours 12 sacks are ground. And in 7?";
    private static final MathPolicy POLICY =
            MathPolicy.newBuilder().setBoxRequired(true).build();
    private static final Map<String, String> ITEM = Map.of("family", "arithmetic", "level", "1", "index", "5");

    private static final Families FAMILIES = new Families();

    @ParameterizedTest
    @ValueSource(strings = {"paraphrase", "style"})
    void keepsTheAnswerOfAProblemInOtherWords(String change) throws Exception {
        var model = new ScriptedModel(answers(WORDS, "same"));

        Draft draft = draft(model, seed(math(), Map.of("change", change)));

        assertThat(draft.task()).isEqualTo(task(new MathTask(WORDS, TestSeeds.HIDDEN, POLICY)));
        assertThat(draft.messages().getFirst().getContent()).contains(WORDS).doesNotContain(PROBLEM);
        assertThat(draft.messages().getLast().getContent()).isEqualTo("Answer: 28");
        assertThat(draft.calls()).extracting(ModelCall::step).containsExactly("reword", "compare", ModelRequest.ANSWER);
        assertThat(draft.calls().getFirst().prompt().getTemplateId()).isEqualTo(change);
        assertThat(model.requests().getFirst().messages().toString()).contains(PROBLEM);
        assertThat(model.requests().get(1).messages().toString()).contains(PROBLEM, WORDS);
        assertThat(model.requests())
                .allSatisfy(request -> assertThat(request.messages().toString()).doesNotContain(TestSeeds.HIDDEN));
    }

    @Test
    void paraphrasesWhereNothingElseIsAskedFor() throws Exception {
        Draft draft = draft(new ScriptedModel(answers(WORDS, "same")), seed(math(), Map.of()));

        assertThat(draft.calls().getFirst().prompt().getTemplateId()).isEqualTo("paraphrase");
    }

    @Test
    void writesInTheRegisterAskedForOrADrawnOne() throws Exception {
        var model = new ScriptedModel(answers(WORDS, "same"));
        Draft draft = draft(model, seed(math(), Map.of("change", "style", "register", "note")));
        Seed many = Seed.newBuilder(seed(math(), Map.of("change", "style")))
                .setSamples(60)
                .build();

        Set<String> drawn = new TreeSet<>();
        strategy(model)
                .make(many)
                .forEach(sample -> drawn.add(Objects.requireNonNull(((Sample.Made) sample)
                        .draft()
                        .calls()
                        .getFirst()
                        .prompt()
                        .getVariables()
                        .get("register"))));

        assertThat(draft.calls().getFirst().prompt().getVariables()).containsEntry("register", "note");
        assertThat(drawn).containsExactly("child", "dialogue", "formal", "note", "story");
    }

    @ParameterizedTest
    @CsvSource({"yes,no", "No,Yes", "true,false", "False,True"})
    void turnsTheAnswerOfAContraryQuestion(String answer, String contrary) throws Exception {
        Task question = task(new TextTask("Are all 12 sacks full?", answer, null));
        String negated = "Is any of the 12 sacks not full?";

        Draft draft =
                draft(new ScriptedModel(answers(negated, "opposite")), seed(question, Map.of("change", "negation")));

        assertThat(draft.task()).isEqualTo(task(new TextTask(negated, contrary, null)));
    }

    @Test
    void putsAnotherItemOfTheSameRuleIntoWords() throws Exception {
        Seed seed = seed(null, with(ITEM, "change", "numbers"));
        String own = FAMILIES.item(seed).prompt();
        ScriptedModel.Script script = request -> request.step().equals("reword")
                ? "{\"problem\":\"Please tell me: %s\"}".formatted(problem(request))
                : answers(WORDS, "same").answer(request);

        Draft draft = draft(new ScriptedModel(script), seed);

        MathTask math = Objects.requireNonNull(draft.task().getMath());
        String shown = math.getProblem().replace("Please tell me: ", "");
        assertThat(shown).isNotEqualTo(own);
        String formula = shown.replaceAll("What is |Work out |Calculate | exactly|Find the exact value of |[.?]$", "");
        assertThat(Formula.comesTo(Formula.read(formula).value(), math.getAnswer()))
                .isTrue();
        assertThat(draft(new ScriptedModel(script), seed)).isEqualTo(draft);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "In three hours 12 sacks. In 8? | same | NumbersChanged",
                "In three hours 12 sacks. In 7 more? 7! | same | NumbersChanged",
                "In three hours sacks. In 7? | same | NumbersChanged",
                "A mill grinds 12 sacks  in 3 hours. How many is that in seven hours? | same | Unchanged",
                "In three hours 12 sacks. In 7? | different | MeaningChanged",
                "In three hours 12 sacks. In 7? | opposite | MeaningChanged",
                "In three hours 12 sacks. In 7? | alike | UnusableAnswer",
                "12 | same | UnusableAnswer"
            })
    void cannotUseOtherWordsThatAreAnotherProblem(String words, String meaning, String errorClass) throws Exception {
        Sample sample = strategy(new ScriptedModel(answers(words, meaning)))
                .make(seed(math(), Map.of()))
                .getFirst();

        assertThat(sample)
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo(errorClass));
    }

    static List<Seed> seedsWithoutWhatIsChanged() {
        return List.of(
                seed(TestSeeds.code(), Map.of()),
                seed(TestSeeds.text(), Map.of("change", "style")),
                seed(TestSeeds.text(), Map.of("change", "negation")),
                seed(TestSeeds.math(), Map.of("change", "negation")),
                seed(TestSeeds.math(), Map.of("change", "numbers")),
                seed(null, with(ITEM, "change", "negation")),
                seed(null, Map.of("change", "numbers", "family", "zebra", "level", "1", "index", "1")),
                seed(null, Map.of("change", "numbers", "family", "arithmetic", "level", "99", "index", "1")),
                seed(math(), Map.of("change", "sideways")),
                seed(math(), Map.of("change", "style", "register", "rude")),
                seed(math(), Map.of("tone", "rude")));
    }

    @ParameterizedTest
    @MethodSource("seedsWithoutWhatIsChanged")
    void refusesASeedWithoutWhatIsChanged(Seed seed) {
        var model = new ScriptedModel(answers(WORDS, "same"));

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed));
        assertThat(model.requests()).isEmpty();
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "compare,1,1a0599384f9df4bff5b466799cc079d224970c49829e9f2532df380b1de50a26",
        "negation,1,2fab6f31e9a8e454a0ab1a2a8a0538b04e4edcb776b7d99c1dd980a297f8e3ff",
        "numbers,1,0a702635c98edb8ff6ad8eb26d48fecd6bfb5fa928436ae7d77e7898c705347b",
        "paraphrase,1,65208eed175e050992fb06b272bec38e20a4bcd0ebd2c3b9f749a0eb361d3aaf",
        "style,1,1875e29baf0b84462117ff350f6c51b514e8d2ac82e591fd98a41610de1fe506"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(Counterfactual.class, id, version).hash())
                .isEqualTo(hash);
    }

    private static ScriptedModel.Script answers(String words, String meaning) {
        return request -> switch (request.step()) {
            case "reword", "reword-repair" -> "{\"problem\":\"%s\"}".formatted(words);
            case "compare", "compare-repair" -> "{\"reason\":\"so\",\"meaning\":\"%s\"}".formatted(meaning);
            default -> "Answer: 28";
        };
    }

    /** What the teacher is shown between the tags. */
    private static String problem(ModelRequest request) {
        String prompt = request.messages().getFirst().getContent();
        return prompt.substring(prompt.indexOf("<problem>\n") + 10, prompt.indexOf("\n</problem>"));
    }

    private static Draft draft(ScriptedModel model, Seed seed) throws InterruptedException {
        return ((Sample.Made) strategy(model).make(seed).getFirst()).draft();
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        var technique = new Counterfactual(
                FAMILIES,
                seed -> seed.getTask() == null ? FAMILIES.task(seed) : Objects.requireNonNull(seed.getTask()));
        return new TaughtStrategy(technique, model.teacher());
    }

    private static Task math() {
        return task(new MathTask(PROBLEM, TestSeeds.HIDDEN, POLICY));
    }

    private static Task task(MathTask math) {
        return Task.newBuilder().setMath(math).build();
    }

    private static Task task(TextTask text) {
        return Task.newBuilder().setText(text).build();
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(name, value);
        return more;
    }

    private static Seed seed(@Nullable Task task, Map<String, String> parameters) {
        return TestSeeds.seed(TestSeeds.math())
                .setTask(task)
                .setStrategy(new StrategyCall("counterfactual", parameters))
                .build();
    }
}
