package io.millrace.verifier.code;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Hash;
import io.millrace.schemas.SqlTask;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.code.ProgramExtractor.Extracted;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Evaluates a query on the tables of its task, and on variations of them, and compares its rows with the right ones. */
public final class SqlResult implements Check {

    static final String NAME = "sql-result";

    private static final int MAX_TABLES_LENGTH = 1 << 20;
    private static final int MAX_QUERY_LENGTH = 1 << 16;

    private final SlotPool slots;
    private final Limits limits;

    /** Judges in slots that the caller closes. */
    public SqlResult(SlotPool slots, Limits limits) {
        this.slots = slots;
        this.limits = limits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return Hash.of(ProgramExtractor.VERSION, limits.toString());
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        return candidate.getTask().getSql() != null;
    }

    @Override
    public OptionalInt places() {
        return OptionalInt.of(slots.places());
    }

    @Override
    public Verdict apply(Candidate candidate) {
        if (slots.state(Language.PYTHON) instanceof SandboxState.Refused refused) {
            return new Verdict.Unsupported(
                    Reason.UNSUPPORTED_LANGUAGE, Evidence.of("queries cannot be run: " + refused.why()));
        }
        SqlTask task = Objects.requireNonNull(candidate.getTask().getSql());
        if (task.getTables().length() > MAX_TABLES_LENGTH
                || task.getReferenceQuery().length() > MAX_QUERY_LENGTH) {
            return new Verdict.Unsupported(
                    Reason.INVALID_TASK, Evidence.of("the tables or the reference query are too long"));
        }
        Optional<Extracted> query = ProgramExtractor.extractQuery(
                        candidate.getMessages().getLast().getContent())
                .filter(found -> found.program().length() <= MAX_QUERY_LENGTH);
        if (query.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of("no query"));
        }
        try {
            return verdict(
                    slots.run(new Querying(
                            task.getTables(),
                            task.getReferenceQuery(),
                            query.get().program(),
                            limits)),
                    query.get());
        } catch (SandboxException failed) {
            return new Verdict.Errored(Reason.SANDBOX_ERROR, Evidence.of(String.valueOf(failed.getMessage())));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Verdict.Errored(Reason.SANDBOX_ERROR, Evidence.of("interrupted"));
        }
    }

    private static Verdict verdict(Run run, Extracted query) {
        Extraction extraction = new Extraction(query.program(), "sql-query", ProgramExtractor.VERSION, query.rule());
        Map<String, String> measurements = Map.of(
                "cpuMicros", Long.toString(run.usage().cpu().toNanos() / 1000),
                "maxRssKb", Long.toString(run.usage().maxRssKb()),
                "interpreter", run.interpreter(),
                "harness", run.harness().label(),
                "variationResults", run.marks().letters());
        double score = (double) run.passed() / run.total();
        Evidence evidence = new Evidence(run.text(), extraction, run.isolation(), score, measurements);
        return switch (run.reason()) {
            case ACCEPTED -> new Verdict.Pass(evidence);
            case INVALID_TASK, UNSUPPORTED_LANGUAGE, UNDECIDABLE -> new Verdict.Unsupported(run.reason(), evidence);
            default -> new Verdict.Fail(run.reason(), evidence);
        };
    }
}
