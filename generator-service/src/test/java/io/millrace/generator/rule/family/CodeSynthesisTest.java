package io.millrace.generator.rule.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Wording;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Split;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CodeSynthesisTest {

    private final Family family = CodeSynthesis.family();

    @Test
    void noHiddenTestIsShown() {
        for (int index = 0; index < 100; index++) {
            Item item = family.item(Split.TRAIN, 1 + index % 3, index);
            CodeTask code = Objects.requireNonNull(item.task().getCode());

            assertThat(code.getTests().lines())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allMatch(test -> test.startsWith("assert " + code.getEntryPoint() + "(")
                            && !item.prompt().contains(test));
            assertThat(item.prompt()).contains(code.getEntryPoint()).doesNotContain("assert");
        }
    }

    @Test
    void theReferenceIsTheSolutionInAPythonFence() {
        Item item = family.item(Split.TRAIN, 2, 0);

        assertThat(item.solution().text(Wording.LINES))
                .endsWith("```python\n"
                        + Objects.requireNonNull(item.task().getCode()).getReferenceSolution() + "\n```");
    }
}
