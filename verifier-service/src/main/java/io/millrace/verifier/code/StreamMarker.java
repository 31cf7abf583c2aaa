package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a program wrote with what it was to write. */
final class StreamMarker {

    private static final int MAX_SHOWN = 200;

    private final Limits limits;
    private final List<Case> cases;
    private final List<Reply> replies;

    StreamMarker(Limits limits, List<Case> cases, List<Reply> replies) {
        this.limits = limits;
        this.cases = cases;
        this.replies = replies;
    }

    Finding finding() throws IOException {
        StringBuilder marks = new StringBuilder();
        Optional<Ending> first = Optional.empty();
        for (int at = 0; at < replies.size(); at++) {
            Optional<Ending> mistake = mistake(cases.get(at), replies.get(at), at + 1);
            marks.append(mistake.isPresent() ? Marks.FAILED : Marks.PASSED);
            first = first.or(() -> mistake);
        }
        marks.repeat(Marks.NOT_REACHED, cases.size() - replies.size());
        Ending ending = first.orElseGet(() -> new Ending(Reason.ACCEPTED, "all cases passed"));
        return new Finding(ending.reason(), ending.text(), new Marks(marks.toString()));
    }

    private Optional<Ending> mistake(Case expected, Reply reply, int number) throws IOException {
        String place = "case " + number + " of " + cases.size() + ": ";
        if (Ending.printedTooMuch(limits, reply)) {
            return Optional.of(Ending.outputLimit(limits));
        }
        if (reply.wallLimit()) {
            return Optional.of(Ending.wallLimit(limits));
        }
        if (reply.cpuLimit()) {
            return Optional.of(Ending.cpuLimit(limits));
        }
        ByteBuffer result = reply.result();
        int length = result.remaining() < Integer.BYTES ? -1 : result.getInt();
        if (length < 0 || length > result.remaining()) {
            throw new IOException("a slot sent a result without its parts");
        }
        Said said = new Said(result.slice(result.position(), length).order(result.order()));
        String written = StandardCharsets.ISO_8859_1
                .decode(result.slice(result.position() + length, result.remaining() - length))
                .toString();
        return ofProcess(said, reply, place).or(() -> ofOutput(expected, written, place));
    }

    /** That a program exits, with whatever status, is neither a fault nor a merit. */
    private Optional<Ending> ofProcess(Said said, Reply reply, String place) throws IOException {
        Optional<Said.Frame> last = said.next();
        if (last.isEmpty()) {
            Ending death = Ending.ofDeath(limits, reply);
            return death.reason() == Reason.EXITED_EARLY
                    ? Optional.empty()
                    : Optional.of(new Ending(death.reason(), place + death.text()));
        }
        Said.Frame frame = last.get();
        return switch (frame.tag()) {
            case 'E' ->
                Optional.of(
                        frame.line(0).equals("compile")
                                ? new Ending(Reason.COMPILE_ERROR, frame.line(1) + ": " + frame.line(3))
                                : new Ending(
                                        Reason.RUNTIME_ERROR,
                                        place + "the program raised " + frame.line(1) + ": " + frame.line(3)));
            case 'M' -> Optional.of(new Ending(Reason.MEMORY_LIMIT, place + "out of memory"));
            default -> Optional.empty();
        };
    }

    private static Optional<Ending> ofOutput(Case expected, String written, String place) {
        byte[] wanted = expected.output().getBytes(StandardCharsets.UTF_8);
        if (essence(written).equals(essence(new String(wanted, StandardCharsets.ISO_8859_1)))) {
            return Optional.empty();
        }
        String shown = new String(written.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String start = shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN);
        return Optional.of(new Ending(Reason.WRONG_ANSWER, place + "failed: the program wrote " + start.strip()));
    }

    /** A text without the white space at the ends of its lines and the empty lines at its end, byte by byte. */
    private static String essence(String text) {
        String lines =
                Stream.of(text.split("\n", -1)).map(StreamMarker::withoutEnd).collect(Collectors.joining("\n"));
        int end = lines.length();
        while (end > 0 && lines.charAt(end - 1) == '\n') {
            end--;
        }
        return lines.substring(0, end);
    }

    private static String withoutEnd(String line) {
        int end = line.length();
        while (end > 0 && " \t\r\f\u000B".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }
}
