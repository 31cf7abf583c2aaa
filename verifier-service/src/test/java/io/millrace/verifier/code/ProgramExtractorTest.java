package io.millrace.verifier.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.code.ProgramExtractor.Extracted;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramExtractorTest {

    private static final String PROGRAM = "def f(x):\n    return x";

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("fence", "```python\n" + PROGRAM + "\n```"),
                Arguments.of("fence", "Here:\n\n```\n" + PROGRAM + "\n```\nThat is all."),
                Arguments.of("fence", "```py\ndef f(x): pass\n```\nBetter:\n```Python3\n" + PROGRAM + "\n```"),
                Arguments.of("fence", "```python\n" + PROGRAM + "\n```\nUse it so:\n```python\nprint(f(3))\n```"),
                Arguments.of("fence", "~~~~python\n" + PROGRAM + "\n~~~~"),
                Arguments.of("fence", "```json\n{}\n```\ntext\n```python\n" + PROGRAM + "\n```"),
                Arguments.of("fence", "```python title=\"f.py\"\n" + PROGRAM),
                Arguments.of("whole", PROGRAM));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void findsTheProgram(String rule, String message) {
        assertThat(ProgramExtractor.extract(message, Language.PYTHON, "f")).contains(new Extracted(PROGRAM, rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The function f returns x.",
                "```\nprint(1)\n```",
                "```java\nint f(int x) { return x; }\n```",
                "```python\ndef ff(x): pass\n```",
                "```text\ndef f(x): pass\n```",
                "def f(x): pass\n```python\nf(1)\n```"
            })
    void findsNoneWhereTheEntryPointIsMissing(String message) {
        assertThat(ProgramExtractor.extract(message, Language.PYTHON, "f")).isEmpty();
    }
}
