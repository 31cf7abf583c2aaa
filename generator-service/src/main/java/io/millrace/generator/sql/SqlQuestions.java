package io.millrace.generator.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.distillation.Prompts;
import io.millrace.generator.llm.AnswerSchema;
import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.LanguageName;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.SqlTask;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Has a question to tables invented, with the query that answers it, and then has it answered by somebody who sees the tables and the
 * question alone. No query is taken at its word: the verifier evaluates both, and accepts the second where the rows are the same.
 */
public final class SqlQuestions implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final PromptTemplate INVENT = PromptTemplate.load(SqlQuestions.class, "question", "1");
    private static final AnswerSchema INVENTED = AnswerSchema.load(SqlQuestions.class, "question");

    private static final String TABLES = "tables";
    private static final String DOMAIN = "domain";
    private static final int MAX_TABLES = 20_000;

    private static final Pattern TABLE = Pattern.compile(
            "\\bcreate\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?[\"`\\[]?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROWS = Pattern.compile("\\binsert\\s+into\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_QUERY =
            Pattern.compile("\\s*(?:select|with)\\b[^;]*;?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_THE_MOMENT =
            Pattern.compile("'now'|\\bcurrent_(?:date|time)|\\brandom(?:blob)?\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_SQL =
            Pattern.compile("\\bselect\\b.*\\bfrom\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What a query is worth writing for. */
    private static final List<String> SKILLS = List.of(
            "a condition on two columns and an order",
            "a total or an average for each group",
            "a condition on groups",
            "two tables put together",
            "three tables put together, where there are as many",
            "rows that have no counterpart in another table, or none that meets a condition",
            "the row with the greatest or the least value in each group",
            "a comparison of each row with an average over others",
            "missing values, which must neither be lost nor counted",
            "dates, by month or by the days between them",
            "a share of a whole, as a fraction",
            "a rank within a group, or a running total",
            "a case distinction that gives a column of its own",
            "how many different values there are");

    private final Domains domains = Domains.load();

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(
                REVISION, Prompts.templatesAnd(List.of(INVENT)), List.of(INVENTED), List.of(domains.hash()));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        if (seed.getTask() != null) {
            throw new UnusableSeedException("the strategy invents its questions; the seed brings a task");
        }
        Chance chance = interview.chance();
        String tables = tables(Parameters.of(seed, TABLES, DOMAIN), chance);
        List<String> names =
                TABLE.matcher(tables).results().map(match -> match.group(1)).toList();
        Prompt wish = Prompt.of(
                INVENT, Map.of(TABLES, tables, "skill", chance.of(SKILLS), "language", LanguageName.of(seed)));
        JsonNode invented = interview.ask("invent", wish, INVENTED);
        String question = invented.path("question").asText().strip();
        String query = query(invented.path("query").asText().strip(), names, question);
        Task task =
                Task.newBuilder().setSql(new SqlTask(question, tables, query)).build();
        Prompt prompt = Prompts.prompt(task);
        Message answer = interview.ask(ModelRequest.ANSWER, prompt);
        return new Draft(task, List.of(prompt.message(), answer), interview.calls());
    }

    private String tables(Parameters parameters, Chance chance) {
        Optional<String> domain = parameters.choice(DOMAIN, domains.names());
        Optional<String> given = parameters.optionalText(TABLES, MAX_TABLES);
        if (given.isEmpty()) {
            return domains.statements(domain.orElseGet(() -> chance.of(domains.names())), chance);
        }
        if (domain.isPresent()
                || !TABLE.matcher(given.get()).find()
                || !ROWS.matcher(given.get()).find()) {
            throw new UnusableSeedException(
                    "parameter tables must be statements that create tables and fill them, without a domain beside it");
        }
        return given.get();
    }

    private static String query(String query, List<String> tables, String question) throws UnusableAnswerException {
        if (!ONE_QUERY.matcher(query).matches() || OF_THE_MOMENT.matcher(query).find()) {
            throw new UnusableAnswerException(
                    "UnusableQuery", "the query is not one statement that reads and always gives the same rows");
        }
        if (tables.stream().noneMatch(table -> names(query, table))) {
            throw new UnusableAnswerException("NoTable", "the query reads none of the tables");
        }
        if (IN_SQL.matcher(question).find() || question.contains(query)) {
            throw new UnusableAnswerException("GivenAway", "the question is put in SQL");
        }
        return query;
    }

    private static boolean names(String query, String table) {
        return Pattern.compile("\\b" + Pattern.quote(table) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(query)
                .find();
    }
}
