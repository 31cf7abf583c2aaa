package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.value.NotDataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The work of evaluating a query and the one that is right, on the tables of a task and on variations of them. */
record Querying(String tables, String reference, String query, Limits limits) implements Work<Run> {

    private static final int VARIATIONS = 3;
    private static final String OF_REFERENCE = "the reference query: ";

    /** What became of one evaluation: rows, or why there are none. */
    private record Outcome(Optional<SqlRows> rows, Ending ending) {

        Outcome(Reason reason, String text) {
            this(Optional.empty(), new Ending(reason, text));
        }
    }

    @Override
    public List<Errand> errands() {
        ByteBuffer filled = StandardCharsets.UTF_8.encode(tables);
        return IntStream.range(0, VARIATIONS)
                .mapToObj(Integer::toString)
                .flatMap(variation -> Stream.of(reference, query)
                        .map(text -> new Errand(Run.Harness.QUERY, filled, "", variation, text, limits)))
                .toList();
    }

    @Override
    public boolean endsWith(Reply reply) {
        return reply.cpuLimit() || reply.wallLimit();
    }

    @Override
    public Run result(List<Reply> replies, String isolation, String interpreter) throws IOException {
        StringBuilder marks = new StringBuilder();
        Optional<Ending> first = Optional.empty();
        for (int at = 0; at < replies.size(); at += 2) {
            Outcome wanted = outcome(replies.get(at));
            Outcome given = at + 1 < replies.size() ? outcome(replies.get(at + 1)) : wanted;
            Ending compared = compared(at / 2, wanted, given);
            boolean right = compared.reason() == Reason.ACCEPTED;
            marks.append(right ? Marks.PASSED : Marks.FAILED);
            first = first.or(() -> Optional.of(compared).filter(ending -> !right));
        }
        marks.repeat(Marks.NOT_REACHED, VARIATIONS - marks.length());
        Ending ending = first.orElseGet(() -> new Ending(Reason.ACCEPTED, "the same rows on all variations"));
        long cpu = IntStream.range(0, replies.size())
                .filter(at -> at % 2 == 1)
                .mapToLong(at -> replies.get(at).cpuMicros())
                .sum();
        long wall = replies.stream().mapToLong(Reply::wallMicros).sum();
        long memory = replies.stream().mapToLong(Reply::maxRssKb).max().orElse(0);
        Run.Usage usage = new Run.Usage(Duration.ofNanos(cpu * 1000), Duration.ofNanos(wall * 1000), memory);
        return new Run(
                ending.reason(),
                ending.text(),
                new Marks(marks.toString()),
                Run.Harness.QUERY,
                usage,
                isolation,
                interpreter);
    }

    private Ending compared(int variation, Outcome right, Outcome given) throws IOException {
        if (right.rows().isEmpty()) {
            if (right.ending().reason() == Reason.WALL_LIMIT) {
                throw new IOException(OF_REFERENCE + right.ending().text());
            }
            boolean unknown = right.ending().reason() == Reason.UNSUPPORTED_LANGUAGE;
            return new Ending(
                    unknown ? Reason.UNSUPPORTED_LANGUAGE : Reason.INVALID_TASK,
                    OF_REFERENCE + right.ending().text());
        }
        SqlRows wanted = right.rows().get();
        if (variation == 0 && wanted.isEmpty()) {
            return new Ending(Reason.INVALID_TASK, OF_REFERENCE + "no rows");
        }
        return given.rows().isEmpty()
                ? given.ending()
                : compared(variation, wanted, given.rows().get());
    }

    private Ending compared(int variation, SqlRows wanted, SqlRows given) {
        String place = "variation " + variation + " of the tables: ";
        if (!given.sameRows(wanted)) {
            return new Ending(
                    Reason.WRONG_ANSWER,
                    place
                            + "other rows, %d of %d columns where %d of %d were right"
                                    .formatted(
                                            given.rows().size(),
                                            given.columns().size(),
                                            wanted.rows().size(),
                                            wanted.columns().size()));
        }
        SqlText text = new SqlText(reference);
        if (!text.ordered() || given.rows().equals(wanted.rows())) {
            return new Ending(Reason.ACCEPTED, "");
        }
        // Rows that are equal in what orders them may stand in any order.
        return text.keys(wanted.columns())
                .map(keys -> given.in(keys).equals(wanted.in(keys))
                        ? new Ending(Reason.ACCEPTED, "")
                        : new Ending(Reason.WRONG_ANSWER, place + "the right rows in a wrong order"))
                .orElseGet(() -> new Ending(Reason.UNDECIDABLE, place + "the right rows in another order"));
    }

    private Outcome outcome(Reply reply) throws IOException {
        Optional<Said.Frame> said = new Said(reply.result()).next();
        if (said.isEmpty()) {
            return new Outcome(Optional.empty(), ofSilence(reply));
        }
        Said.Frame frame = said.get();
        return switch (frame.tag()) {
            case 'R' -> rows(frame);
            case 'E' -> new Outcome(Reason.RUNTIME_ERROR, frame.line(1) + ": " + frame.line(3));
            case 'O' -> new Outcome(Reason.OUTPUT_LIMIT, "too many rows");
            case 'M' -> new Outcome(Reason.MEMORY_LIMIT, "out of memory");
            case 'U' ->
                frame.text().equals("sqlite3")
                        ? new Outcome(Reason.UNSUPPORTED_LANGUAGE, "this python3 has no sqlite3")
                        : new Outcome(Reason.WRONG_ANSWER, "a statement that gives no rows");
            default -> new Outcome(Reason.UNSUPPORTED_VALUE, "no rows");
        };
    }

    private static Outcome rows(Said.Frame frame) {
        try {
            return new Outcome(Optional.of(SqlRows.read(frame.body())), new Ending(Reason.ACCEPTED, ""));
        } catch (NotDataException forged) {
            return new Outcome(Reason.UNSUPPORTED_VALUE, "rows that are not plain data");
        }
    }

    private Ending ofSilence(Reply reply) throws IOException {
        if (reply.wallLimit()) {
            return Ending.wallLimit(limits);
        }
        return reply.cpuLimit() ? Ending.cpuLimit(limits) : Ending.ofDeath(limits, reply);
    }
}
