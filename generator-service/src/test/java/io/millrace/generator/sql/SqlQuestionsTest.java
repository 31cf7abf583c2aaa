package io.millrace.generator.sql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.SqlTask;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlQuestionsTest {

    private static final String TABLES = "CREATE TABLE box (id INTEGER, kind TEXT);\nINSERT INTO box VALUES (1, 'a');";
    private static final String QUESTION = "How many boxes of each kind are there? Give the kind and the number.";
    private static final String QUERY = "SELECT kind, COUNT(*) FROM box GROUP BY kind";
    private static final String REPLY = "```sql\nSELECT kind, SUM(1) FROM box GROUP BY 1\n```";

    private final ScriptedModel model = model(QUESTION, QUERY);

    @Test
    void takesTheInventorsQueryForTheReferenceAndSomebodyElsesForTheAnswer() throws Exception {
        Draft draft = draft(model, Map.of("tables", TABLES));

        assertThat(draft.task().getSql()).isEqualTo(new SqlTask(QUESTION, TABLES, QUERY));
        assertThat(draft.messages()).extracting(Message::getRole).containsExactly("user", "assistant");
        assertThat(draft.messages().getLast().getContent()).isEqualTo(REPLY);
        assertThat(draft.calls()).extracting(ModelCall::step).containsExactly("invent", ModelRequest.ANSWER);
    }

    @Test
    void showsWhoeverAnswersTheTablesAndTheQuestionAlone() throws Exception {
        Draft draft = draft(model, Map.of("tables", TABLES));

        assertThat(model.requests().getLast().messages())
                .containsExactly(draft.messages().getFirst())
                .singleElement()
                .satisfies(message -> assertThat(message.getContent())
                        .contains(TABLES, QUESTION)
                        .doesNotContain(QUERY));
    }

    @Test
    void drawsTablesAndWhatIsAskedForAnewForEachSample() throws Exception {
        var boxes = model(QUESTION, "SELECT 1 FROM machine, course, product, doctor, book, rider");
        Seed seed = Seed.newBuilder(seed(Map.of())).setSamples(30).build();

        List<Sample> samples = strategy(boxes).make(seed);

        List<String> tables = samples.stream().map(SqlQuestionsTest::tables).toList();
        assertThat(tables).doesNotHaveDuplicates();
        assertThat(tables.stream().map(text -> text.lines().findFirst()).distinct())
                .hasSize(Domains.load().names().size());
        assertThat(strategy(boxes).make(seed)).isEqualTo(samples);
    }

    @Test
    void drawsFromTheDomainThatTheSeedNames() throws Exception {
        Draft draft = draft(model(QUESTION, "SELECT COUNT(*) FROM loan"), Map.of("domain", "library"));

        assertThat(requireNonNull(draft.task().getSql()).getTables())
                .startsWith("CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE")
                .contains("CREATE TABLE member", "CREATE TABLE loan");
    }

    @ParameterizedTest
    @MethodSource("domains")
    void fillsTablesOfTheirSizeWithValuesOfTheirColumns(String name) {
        var domains = Domains.load();
        String statements = domains.statements(name, new Chance(7));

        Domain domain = domains.domains().get(domains.names().indexOf(name));
        assertThat(statements.lines().filter(line -> line.startsWith("  (")).count())
                .isEqualTo(domain.tables().stream().mapToInt(Table::rows).sum());
        assertThat(statements).doesNotContain("..", "@", "null").contains("(1, '");
        assertThat(statements).isNotEqualTo(domains.statements(name, new Chance(8)));
    }

    static Stream<String> domains() {
        return Domains.load().names().stream();
    }

    @Test
    void writesTextsSoThatNoneEndsItsStatement() {
        var column = new Column("name", "TEXT", List.of("O'Hara"));

        assertThat(column.draw(1, table -> 0, new Chance(1))).containsExactly("'O''Hara'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How many boxes? | DELETE FROM box WHERE id = 1 | UnusableQuery",
                "How many boxes? | SELECT id FROM box; DROP TABLE box | UnusableQuery",
                "How old are they? | SELECT date('now') FROM box | UnusableQuery",
                "Which box is drawn? | SELECT id FROM box ORDER BY random() | UnusableQuery",
                "How many boxes? | SELECT 'a', 7 AS boxes | NoTable",
                "What is SELECT id FROM box? | SELECT id FROM box | GivenAway",
                "What does select x from box give? | SELECT id FROM box | GivenAway",
                "How? | SELECT id FROM box | UnusableAnswer"
            })
    void refusesAnInventionThatIsNoTask(String question, String query, String errorClass) throws Exception {
        List<Sample> samples = strategy(model(question, query)).make(seed(Map.of("tables", TABLES)));

        assertThat(samples)
                .singleElement()
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo(errorClass));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"domain\":\"alchemy\"}",
                "{\"tables\":\"CREATE TABLE box (id INTEGER);\"}",
                "{\"tables\":\"INSERT INTO box VALUES (1);\"}",
                "{\"tables\":\"CREATE TABLE b (c); INSERT INTO b VALUES (1)\",\"domain\":\"library\"}",
                "{\"table\":\"box\"}"
            })
    void refusesParametersThatGiveNoTables(String parameters) throws Exception {
        Map<String, String> read = new JsonMapper().readerForMapOf(String.class).readValue(parameters);

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed(read)));
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void refusesASeedThatBringsItsTask() {
        Seed seed = Seed.newBuilder(seed(Map.of())).setTask(TestSeeds.sql()).build();

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed));
    }

    /** A new text needs a new version; then its hash is added here. */
    @Test
    void neverChangesTheTextOfAPrompt() {
        assertThat(PromptTemplate.load(SqlQuestions.class, "question", "1").hash())
                .isEqualTo("1e42674010d6156b7d5ead35505afe4738e15db613a72ce37e69bc776f99a391");
    }

    private static String tables(Sample sample) {
        Task task = ((Sample.Made) sample).draft().task();
        return requireNonNull(task.getSql()).getTables();
    }

    private static ScriptedModel model(String question, String query) {
        String invented = JsonNodeFactory.instance
                .objectNode()
                .put("question", question)
                .put("query", query)
                .toString();
        return new ScriptedModel(request -> request.step().equals(ModelRequest.ANSWER) ? REPLY : invented);
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new SqlQuestions(), model.teacher());
    }

    private static Draft draft(ScriptedModel model, Map<String, String> parameters) throws InterruptedException {
        return ((Sample.Made) strategy(model).make(seed(parameters)).getFirst()).draft();
    }

    private static Seed seed(Map<String, String> parameters) {
        @Nullable Task none = null;
        return TestSeeds.seed(TestSeeds.sql())
                .setTask(none)
                .setStrategy(new StrategyCall("sql", parameters))
                .build();
    }
}
