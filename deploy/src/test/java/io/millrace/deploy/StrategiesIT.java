package io.millrace.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.deadletter.Letter;
import io.millrace.deploy.script.Heard;
import io.millrace.deploy.script.Scene;
import io.millrace.deploy.script.Scenes;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Decision;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Selection;
import io.millrace.schemas.Usage;
import io.millrace.schemas.Verified;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every strategy, from its seed to the decision on what it made, with a model that keeps to a script. */
class StrategiesIT {

    private final Fates fates = StrategyRun.fates();

    static List<Scene> scenes() {
        return Scenes.all();
    }

    static List<Scene> scenesWithCandidates() {
        return scenes().stream().filter(scene -> !scene.calls().isEmpty()).toList();
    }

    static List<Scene> scenesWithoutRefusals() {
        return scenes().stream().filter(Scene::isPlayedToTheEnd).toList();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everySampleMeetsTheFateThatItsSceneDeserves(Scene scene) {
        for (int sample = 0; sample < scene.becomes().size(); sample++) {
            Scene.Fate fate = scene.becomes().get(sample);

            assertThat(fates.refused(scene.name(), sample))
                    .extracting(Letter::errorClass)
                    .isEqualTo(Stream.ofNullable(fate.refused()).toList());
            assertThat(fates.decided(scene.name(), sample))
                    .hasSize(fate.refused() == null ? 1 : 0)
                    .allSatisfy(record -> checkFate(fate, record));
        }
    }

    private static void checkFate(Scene.Fate fate, Evaluated record) {
        Verified verified = record.getVerified();
        assertThat(verified.getVerdict()).isEqualTo(fate.verdict());
        assertThat(verified.getReason()).isEqualTo(fate.reason());
        assertThat(verified.getChecks())
                .filteredOn(check -> check.getName().equals(fate.by()))
                .extracting(CheckResult::getOutcome)
                .isEqualTo(fate.outcome());
        assertThat(record.getDecision()).isEqualTo(fate.decision());
    }

    @ParameterizedTest
    @MethodSource("scenesWithCandidates")
    void everyReceiptIsOfAQuestionThatTheModelHeard(Scene scene) {
        Map<Long, Heard> heard = TestFactory.play().heard(scene).stream()
                .collect(Collectors.toMap(Heard::samplingSeed, Function.identity()));

        assertThat(fates.decided(scene.name()))
                .isNotEmpty()
                .map(Fates::candidate)
                .allSatisfy(candidate -> checkReceipts(scene, candidate, heard));
    }

    private static void checkReceipts(Scene scene, Candidate candidate, Map<Long, Heard> heard) {
        List<String> steps = List.copyOf(scene.calls().keySet());
        assertThat(candidate.getStrategy().getName()).isEqualTo(scene.strategy());
        assertThat(candidate.getSelection()).isEqualTo(selection(scene.selection()));
        assertThat(candidate.getEarlierCalls())
                .extracting(EarlierCall::getStep)
                .isEqualTo(steps.subList(0, steps.size() - 1));
        List<Receipt> receipts = Receipt.of(candidate);
        for (int call = 0; call < steps.size(); call++) {
            Receipt receipt = receipts.get(call);
            Map<String, String> variables = receipt.prompt().getVariables();
            PromptTemplate template =
                    Receipt.template(requireNonNull(scene.calls().get(steps.get(call))));
            Heard question = requireNonNull(heard.get(receipt.sampling().getSeed()));
            assertThat(receipt).isEqualTo(Receipt.of(question, template.receipt(variables)));
            assertThat(question.messages()).contains(template.render(variables));
        }
        Heard last = requireNonNull(heard.get(receipts.getLast().sampling().getSeed()));
        assertThat(last.reply().text())
                .contains(candidate.getMessages().getLast().getContent());
    }

    private static @Nullable Selection selection(Scene.@Nullable Chosen chosen) {
        return chosen == null ? null : new Selection(chosen.by(), chosen.answers(), chosen.agreeing());
    }

    @ParameterizedTest
    @MethodSource("scenesWithoutRefusals")
    void allCandidatesOfASeedTogetherPayWhatTheModelCounted(Scene scene) {
        List<Usage> paid = fates.decided(scene.name()).stream()
                .flatMap(record -> Receipt.of(Fates.candidate(record)).stream())
                .map(receipt -> requireNonNull(receipt.usage()))
                .toList();
        List<Usage> counted =
                TestFactory.play().heard(scene).stream().map(Heard::usage).toList();

        assertThat(paid).hasSameSizeAs(counted).isNotEmpty();
        assertThat(sum(paid, Usage::getInputTokens)).isEqualTo(sum(counted, Usage::getInputTokens));
        assertThat(sum(paid, Usage::getOutputTokens)).isEqualTo(sum(counted, Usage::getOutputTokens));
        assertThat(sum(paid, usage -> requireNonNull(usage.getCostMicros())))
                .isEqualTo(sum(counted, usage -> requireNonNull(usage.getCostMicros())));
    }

    /** Those too of drafts that were refused, which are in no candidate. */
    @Test
    void theMetricsCountAllTokensAndCosts() {
        List<Usage> counted = scenes().stream()
                .flatMap(scene -> TestFactory.play().heard(scene).stream())
                .map(Heard::usage)
                .toList();

        assertThat(metric("millrace_model_tokens_total", "input")).isEqualTo(sum(counted, Usage::getInputTokens));
        assertThat(metric("millrace_model_tokens_total", "output")).isEqualTo(sum(counted, Usage::getOutputTokens));
        assertThat(metric("millrace_model_cost_micros_total", ""))
                .isEqualTo(sum(counted, usage -> requireNonNull(usage.getCostMicros())));
    }

    private static long metric(String name, String label) {
        return StrategyRun.metrics()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> line.contains("\"actor\"") && line.contains(label))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static long sum(List<Usage> usages, ToLongFunction<Usage> amount) {
        return usages.stream().mapToLong(amount).sum();
    }

    @Test
    void theModelIsAskedNothingThatNoSceneProvidesFor() {
        assertThat(TestFactory.play().unexpected()).isEmpty();
    }

    @Test
    void everyStrategyIsPlayedWrongTooAndNothingOfThatIsKept() {
        List<Scene> wrong = scenes().stream()
                .filter(scene -> scene.name().contains(" wrong"))
                .toList();

        assertThat(wrong)
                .extracting(Scene::strategy)
                .containsAll(scenes().stream().map(Scene::strategy).toList());
        assertThat(wrong)
                .allSatisfy(scene -> assertThat(fates.decided(scene.name()))
                        .extracting(Evaluated::getDecision)
                        .doesNotContain(Decision.KEEP));
    }

    @Test
    void everyStrategyOfTheFactoryIsPlayedButTheRulesWhichAskNoModel() {
        List<String> strategies = Stream.concat(scenes().stream().map(Scene::strategy), Stream.of("rule"))
                .distinct()
                .sorted()
                .toList();

        assertThat(fates.refused("unknown")).singleElement().satisfies(letter -> {
            assertThat(letter.errorClass()).isEqualTo("UnknownStrategy");
            assertThat(letter.message()).isEqualTo("the seed asks for none of the strategies " + strategies);
        });
    }
}
