package io.millrace.generator.rule.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.schemas.Split;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodePredictionTest {

    private static final Pattern PROMPT =
            Pattern.compile("What does (f\\(.*\\)) return\\? .*\n```python\n(.*)\n```", Pattern.DOTALL);

    private final Family family = CodePrediction.family();

    @Test
    void pythonReturnsWhatTheAnswerSays() throws IOException {
        List<Item> items = IntStream.range(0, 300)
                .mapToObj(index -> family.item(Split.TRAIN, 1 + index % 3, index))
                .toList();
        String program = items.stream().map(CodePredictionTest::printing).collect(Collectors.joining("\n"));

        Process python = new ProcessBuilder("python3", "-I", "-S", "-").start();
        try (var input = python.outputWriter(StandardCharsets.UTF_8)) {
            input.write(program);
        }

        List<String> printed =
                python.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(printed)
                .isEqualTo(items.stream().map(item -> item.solution().answer()).toList());
    }

    private static String printing(Item item) {
        Matcher prompt = PROMPT.matcher(item.prompt());
        assertThat(prompt.matches()).isTrue();
        return prompt.group(2) + "\nprint(repr(" + prompt.group(1) + "))";
    }
}
