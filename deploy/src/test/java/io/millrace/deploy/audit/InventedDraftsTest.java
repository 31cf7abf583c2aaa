package io.millrace.deploy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.counterfactual.Counterfactual;
import io.millrace.generator.expansion.Expansion;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.rule.Families;
import io.millrace.generator.selfplay.SelfPlay;
import io.millrace.generator.sql.SqlQuestions;
import io.millrace.schemas.Seed;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.model.ModelRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks that a teacher invents, judged as the verifier judges them. */
class InventedDraftsTest extends DraftJudgement {

    @ParameterizedTest
    @CsvSource({"42,Answer: 42", "'1,234.50','Answer: $1,234.5$.'", "\\frac{5}{6},Answer: 5/6", "x + 1,Answer: $X + 1$"
    })
    void acceptsWhatSolversAgreeOn(String answer, String solution) throws Exception {
        Seed seed = seed("\"samples\":1", "self-play", "{\"topic\":\"mills\"}");
        String invented = "{\"problem\":\"How often does it turn?\",\"solution\":\"-\",\"answer\":\"%s\"}"
                .formatted(answer.replace("\\", "\\\\"));

        assertThat(verdict(new SelfPlay(), seed, request -> request.step().equals("invent") ? invented : solution))
                .isEqualTo(VerdictKind.ACCEPTED);
    }

    @Test
    void provesInventedProgramsBeforeItJudges() throws Exception {
        Seed seed = seed("\"samples\":1", "self-play", "{\"topic\":\"mills\",\"subject\":\"code\"}");
        String right = "```python\ndef f(n):\n    return 1 + n\n```";
        String wrong = "```python\ndef f(n):\n    return abs(n) + 1\n```";

        assertThat(program(seed, "n + 1", right)).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(program(seed, "n + 1", wrong)).isEqualTo(VerdictKind.REJECTED);
        assertThat(program(seed, "n + 2", right)).as("its reference fails").isEqualTo(VerdictKind.UNDECIDED);
    }

    private VerdictKind program(Seed seed, String reference, String reply) throws Exception {
        String invented = """
                {"problem":"Write f, which adds one to a number.","entryPoint":"f","tests":["assert f(1) == 2",
                "assert f(0) == 1","assert f(-5) == -4"],"solution":"def f(n):\\n    return %s"}""".formatted(reference);
        return verdict(new SelfPlay(), seed, request -> request.step().equals("invent") ? invented : reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT plan, COUNT(*) FROM rider GROUP BY plan | SELECT plan, SUM(1) FROM rider GROUP BY 1 | ACCEPTED",
                "SELECT plan, COUNT(*) FROM rider GROUP BY plan | SELECT plan, COUNT(*) + 1 FROM rider GROUP BY plan | REJECTED",
                "SELECT plan, COUNT(*) FROM ride GROUP BY plan | SELECT plan, COUNT(*) FROM rider GROUP BY plan | UNDECIDED",
                "SELECT name FROM rider WHERE id > 99 | SELECT name FROM rider WHERE id > 99 | UNDECIDED",
                "SELECT MAX(minutes) FROM ride | SELECT minutes FROM ride ORDER BY minutes DESC LIMIT 1 | ACCEPTED",
                "SELECT MIN(minutes) FROM ride | SELECT MAX(minutes) FROM ride | REJECTED"
            })
    void acceptsAQueryThatGivesTheRowsOfAnIndependentOne(String reference, String query, VerdictKind verdict)
            throws Exception {
        Seed seed = seed("\"samples\":1", "sql", "{\"domain\":\"bicycle hire\"}");
        String invented = "{\"question\":\"What about the riders?\",\"query\":\"%s\"}".formatted(reference);
        String reply = "```sql\n%s\n```".formatted(query);

        assertThat(verdict(new SqlQuestions(), seed, request -> request.step().equals("invent") ? invented : reply))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @MethodSource("domains")
    void drawsTablesThatQueriesRunOn(String domain) throws Exception {
        Seed seed = seed("\"samples\":1", "sql", "{\"domain\":\"%s\"}".formatted(domain));
        Function<ModelRequest, String> teacher = request -> {
            String said = request.messages().getFirst().getContent();
            String first = said.replaceFirst("(?s).*?CREATE TABLE (\\w+).*", "$1");
            String query = "SELECT * FROM " + first;
            return request.step().equals("invent")
                    ? "{\"question\":\"What do we know of them?\",\"query\":\"%s\"}".formatted(query)
                    : query;
        };

        assertThat(verdict(new SqlQuestions(), seed, teacher)).isEqualTo(VerdictKind.ACCEPTED);
    }

    static List<String> domains() {
        return List.of("bicycle hire", "library", "clinic", "web shop", "school", "machine shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'words','atLeast':3,'atMost':9} | The water turns the wheel. | Water turns.",
                "{'type':'sentences','exactly':2} | The water turns it. It grinds. | The water turns it.",
                "{'type':'paragraphs','atLeast':2} | The water falls.~~The wheel turns. | The water turns the wheel.",
                "{'type':'characters','atMost':30} | The water turns the wheel. | The water turns the old wheel there.",
                "{'type':'headings','exactly':1} | # Mills~~The water turns it. | The water turns the wheel.",
                "{'type':'bullets','exactly':2} | - The water~- The wind | - The water",
                "{'type':'placeholders','exactly':1} | Ask [name] about the water. | Ask him about the water.",
                "{'type':'contains','keyword':'wheel'} | The water turns the wheel. | The water turns it.",
                "{'type':'contains','keyword':'mill','exactly':1} | The mill is there. | The mill is a mill.",
                "{'type':'excludes','keyword':'Mill','caseSensitive':true} | The mill is there. | The Mill is there.",
                "{'type':'startsWith','text':'Well'} | Well, the water turns it. | The water turns it.",
                "{'type':'endsWith','text':'So it is.'} | The water turns it. So it is. | The water turns it.",
                "{'type':'case','is':'lower'} | the water turns it. | The water turns it.",
                "{'type':'noCommas'} | The water turns it. | Well, the water turns it.",
                "{'type':'quoted'} | \"The water turns it.\" | The water turns it.",
                "{'type':'json'} | {\"drive\":\"water\"} | The water turns it."
            })
    void judgesRepliesByEveryFormOfConstraint(String constraint, String met, String violated) throws Exception {
        Seed seed = seed(
                "\"samples\":1",
                "expansion",
                "{\"instruction\":\"Say how a mill works.\",\"operation\":\"constrained\"}");
        String expanded = "{\"instruction\":\"Say briefly how a mill works.\",\"constraints\":[%s]}"
                .formatted(constraint.replace('\'', '"'));

        assertThat(reply(seed, expanded, met)).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(reply(seed, expanded, violated)).isEqualTo(VerdictKind.REJECTED);
    }

    private VerdictKind reply(Seed seed, String expanded, String reply) throws Exception {
        String text = reply.replace('~', '\n');
        return verdict(new Expansion(), seed, request -> request.step().equals(ModelRequest.ANSWER) ? text : expanded);
    }

    @Test
    void judgesTheContraryOfAQuestion() throws Exception {
        Seed seed = seed(
                "\"kind\":\"text\",\"prompt\":\"Are all 12 sacks full?\",\"reference\":{\"answer\":\"yes\"}",
                "counterfactual",
                "{\"change\":\"negation\"}");

        assertThat(contrary(seed, "Answer: no")).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(contrary(seed, "Answer: yes")).isEqualTo(VerdictKind.REJECTED);
    }

    private VerdictKind contrary(Seed seed, String reply) throws Exception {
        var technique = new Counterfactual(new Families(), any -> Objects.requireNonNull(any.getTask()));
        return verdict(technique, seed, request -> switch (request.step()) {
            case "reword" -> "{\"problem\":\"Is any of the 12 sacks not full?\"}";
            case "compare" -> "{\"reason\":\"negated\",\"meaning\":\"opposite\"}";
            default -> reply;
        });
    }

    private VerdictKind verdict(Technique technique, Seed seed, Function<ModelRequest, String> teacher)
            throws Exception {
        return verdict(technique, seed, teacher, 0);
    }
}
