package io.millrace.verifier.structured;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Suites;
import io.millrace.verifier.check.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredChecksTest {

    private static final String NUMBERS = "{\"type\":\"array\",\"items\":{\"type\":\"number\"}}";

    private final SchemaCheck form = new SchemaCheck();
    private final FieldEquality content = new FieldEquality();

    @Test
    void tellsRightDocumentsFromAttacks() {
        assertThat(Suites.mistaken(StructuredProbes.ofSchema(), form)).isEmpty();
        assertThat(Suites.mistaken(StructuredProbes.ofFields(), content)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "true",
                "{\"description\":\"anything\"}",
                "{\"$ref\":\"https://example.com/schema\"}",
                "{\"$ref\":\"file:///etc/passwd\"}",
                "{\"allOf\":[{\"$ref\":\"other.json\"}]}",
                "{\"type\":\"string\",\"$schema\":\"https://example.com/draft\"}",
                "{\"type\":\"string\",\"pattern\":\"(a)\\\\1\"}",
                "{\"type\":\"string\",\"pattern\":\"((a{1,1000}){1,1000}){1,1000}\"}",
                "{\"type\":\"nonsense\"}",
            })
    void doesNotBlameTheCandidateForASchemaThatItCannotUse(String schema) {
        assertThat(form(schema, null, "\"a\""))
                .isInstanceOfSatisfying(
                        Verdict.Unsupported.class,
                        verdict -> assertThat(verdict.reason()).isIn(Reason.INVALID_TASK, Reason.UNDECIDABLE));
    }

    @Test
    void doesNotBlameTheCandidateWhereTheExpectedDocumentIsNotValid() {
        assertThat(form(NUMBERS, "[\"1\"]", "[\"1\"]").reason()).isEqualTo(Reason.INVALID_TASK);
        assertThat(content(NUMBERS, "[1", "[1]").reason()).isEqualTo(Reason.INVALID_TASK);
    }

    @ParameterizedTest
    @CsvSource({"'[1,2,3,4]',1.0", "'[1,2,3,5]',0.75", "'[1,2,3]',0.75", "'[1,2,3,4,5]',0.8", "'{}',0.0", "7,0.0"})
    void givesTheShareOfEqualLeavesAsAScore(String answer, double score) {
        assertThat(content(NUMBERS, "[1,2,3,4]", answer).evidence().score()).isEqualTo(score);
    }

    @Test
    void saysWhereTheDocumentsDiffer() {
        assertThat(content(NUMBERS, "{\"a\":{\"b\":[1,2]}}", "{\"a\":{\"b\":[1,3]}}")
                        .evidence()
                        .text())
                .isEqualTo("the first difference is at \"/a/b/1\"");
    }

    @Test
    void appliesToStructuredTasksAlone() {
        assertThat(form.appliesTo(Candidates.math("1", "1"))).isFalse();
        assertThat(content.appliesTo(Candidates.of(StructuredProbes.task(NUMBERS, null), "assistant", "[]")))
                .isFalse();
    }

    private Verdict form(String schema, @Nullable String expected, String answer) {
        return form.apply(Candidates.of(StructuredProbes.task(schema, expected), "assistant", answer));
    }

    private Verdict content(String schema, String expected, String answer) {
        return content.apply(Candidates.of(StructuredProbes.task(schema, expected), "assistant", answer));
    }
}
