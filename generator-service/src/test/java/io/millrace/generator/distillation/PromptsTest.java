package io.millrace.generator.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.millrace.generator.llm.Prompt;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.PromptTemplate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PromptsTest {

    static Stream<Task> tasksWithAnAnswer() {
        return Stream.of(TestSeeds.math(), TestSeeds.text(), TestSeeds.puzzle());
    }

    @ParameterizedTest
    @MethodSource("tasksWithAnAnswer")
    void tellHowToWriteTheAnswer(Task task) {
        assertThat(Prompts.prompt(task).message().getContent()).endsWith("Answer: …");
    }

    @Test
    void askForCodeInAFenceOfItsLanguage() {
        assertThat(Prompts.prompt(TestSeeds.code()).message().getContent())
                .contains("`reverse`")
                .contains("Reverse a text.")
                .contains("```python");
    }

    @Test
    void tellTheToolsAndTheWorldThatTheyWorkIn() {
        assertThat(Prompts.prompt(TestSeeds.tool()).message().getContent())
                .startsWith("Ring the bell.")
                .contains("\"op\":\"set\",\"path\":\"/rung\"", "{\"bell\":1}");
    }

    @Test
    void leaveWhatATaskSaysAsItIs() {
        String problem = "Is {{ problem }} $1 or \\1? {{ answer }}";
        Task task = Task.newBuilder().setMath(new MathTask(problem, "no", null)).build();

        assertThat(Prompts.prompt(task).message().getContent()).contains(problem);
    }

    @Test
    void carryTheHashOfTheTemplateAsAnybodyCanComputeIt() {
        Prompt prompt = Prompts.prompt(TestSeeds.math());

        assertThat(prompt.receipt().getTemplateId()).isEqualTo("math");
        assertThat(prompt.receipt().getVersion()).isEqualTo("1");
        assertThat(prompt.receipt().getVariables()).containsExactly(Map.entry("problem", "What is six times seven?"));
        assertThat(new PromptTemplate("any", "1", "abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** A new text needs a new version; then its hash is added here. */
    @Test
    void neverChangeTheTextOfAVersion() {
        assertThat(Prompts.templates())
                .extracting(template -> "%s %s %s".formatted(template.id(), template.version(), template.hash()))
                .containsExactly(
                        "math 1 94c5726618d4364869be7a3876e984f8d6efb6fb75867b2a28f6dc5281fe83bf",
                        "code 1 79198d9c4a0d19c2f68914e3bc72ca45360027fb452baae2e337c89a056efff3",
                        "text 1 6231ba1267b319eb92ec83b3109ae283bcdaa54defba4e66676fc39feb533116",
                        "puzzle 1 532ea9ce4a4001d71343bc01c50c3375205388c52fab03d4487ea12992f46efb",
                        "chat 1 dce4a4e9c6237a3a166adcff8c95911e9136233587b37e0453322b8f84f8a270",
                        "grounded 1 6eecbf4ad18571391e2596be099afb4dc77caa7d9c7de750a41210f88fc43876",
                        "structured 1 dcee0761bc349bd9fe394b7990e1cf4054e57af4fffa5580345d090f431cfa29",
                        "sql 1 d4e2fa5595d82f46841a3f4062c8f2a1855cd37a8b2f8e111b7dcb3be635bd06",
                        "tool 1 de3314c3b9848e6540527f5a51c462e23139d6f5e56d0144140c4203339f54a3");
    }

    @Test
    void refuseATemplateWithAPlaceThatNothingFills() {
        var template = new PromptTemplate("odd", "1", "{{ nothing }}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.render(Map.of("something", "")))
                .withMessage("Prompt template odd knows no variable nothing");
    }
}
