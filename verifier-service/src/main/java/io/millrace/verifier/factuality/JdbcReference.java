package io.millrace.verifier.factuality;

import io.millrace.schemas.Hash;
import io.millrace.verifier.resource.LineList;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A reference table in a database, asked over one connection, which is opened again after it breaks. */
public final class JdbcReference implements ReferenceTable, AutoCloseable {

    /** Finds values in a table "facts"; capital and small letters do not tell subjects or relations apart. */
    public static final String USUAL_QUERY =
            "SELECT value FROM facts WHERE lower(subject) = lower(?) AND lower(relation) = lower(?)";

    private static final int MAX_VALUES = 1_000;
    private static final int MAX_SECONDS = 5;

    private final Source source;
    private final String query;
    private final String configHash;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;

    /** Where connections come from. */
    private interface Source {

        Connection open() throws SQLException;
    }

    private JdbcReference(Source source, String query, String configHash) {
        this.source = source;
        this.query = query;
        this.configHash = configHash;
    }

    /**
     * A table elsewhere.
     *
     * @param query takes a subject and a relation, and gives values in its first column
     * @param revision names what the table holds, since the verdicts depend on it
     */
    public static JdbcReference at(String url, String query, String revision) {
        return new JdbcReference(() -> DriverManager.getConnection(url), query, Hash.of(query, revision));
    }

    /** The small table that comes with the program: the symbols and atomic numbers of the chemical elements. */
    public static JdbcReference embedded() {
        List<String> facts = LineList.of(JdbcReference.class, "elements.tsv");
        return new JdbcReference(() -> filled(facts), USUAL_QUERY, Hash.of(USUAL_QUERY, Hash.of(facts)));
    }

    private static Connection filled(List<String> facts) throws SQLException {
        Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement create = memory.createStatement()) {
            create.execute("CREATE TABLE facts (subject TEXT NOT NULL, relation TEXT NOT NULL, value TEXT NOT NULL)");
            create.execute("CREATE INDEX facts_by_subject ON facts (lower(subject), lower(relation))");
        }
        memory.setAutoCommit(false);
        try (PreparedStatement insert = memory.prepareStatement("INSERT INTO facts VALUES (?, ?, ?)")) {
            for (String fact : facts) {
                String[] columns = fact.split("\t", -1);
                for (int i = 0; i < columns.length; i++) {
                    insert.setString(i + 1, columns[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        memory.commit();
        return memory;
    }

    @Override
    public String configHash() {
        return configHash;
    }

    @Override
    public Answers answers(List<Question> questions) throws ReferenceException {
        lock.lock();
        try {
            List<List<String>> values = new ArrayList<>();
            for (Question question : questions) {
                values.add(ask(question));
            }
            return new Answers(values, Map.of());
        } catch (SQLException failed) {
            discard();
            throw new ReferenceException(failed, failed instanceof SQLTimeoutException);
        } finally {
            lock.unlock();
        }
    }

    private List<String> ask(Question question) throws SQLException {
        Connection open = connection == null ? source.open() : connection;
        connection = open;
        try (PreparedStatement select = open.prepareStatement(query)) {
            select.setQueryTimeout(MAX_SECONDS);
            select.setMaxRows(MAX_VALUES);
            select.setString(1, question.subject());
            select.setString(2, question.relation());
            try (ResultSet rows = select.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    String value = rows.getString(1);
                    if (value != null) {
                        values.add(value);
                    }
                }
                return values;
            }
        }
    }

    private void discard() {
        try {
            close();
        } catch (SQLException alreadyBroken) {
            connection = null;
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
