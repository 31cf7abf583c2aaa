package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.Expectation.Equal;
import io.millrace.verifier.code.Expectation.Same;
import io.millrace.verifier.code.Expectation.SameMembers;
import io.millrace.verifier.code.Expectation.Truthful;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Compares what a program returned with what was expected of it. */
final class AnswerMarker {

    private static final int MAX_DETAIL = 600;

    private final Limits limits;
    private final List<Question> questions;
    private final Reply reply;
    private final ByteBuffer said;
    private int right;

    /** One thing that the process of a program said, or seems to have said. */
    private record Frame(char tag, ByteBuffer body) {

        String text() {
            return StandardCharsets.UTF_8
                    .decode(body.slice(body.position(), Math.min(body.remaining(), MAX_DETAIL)))
                    .toString();
        }
    }

    AnswerMarker(Limits limits, List<Question> questions, Reply reply) {
        this.limits = limits;
        this.questions = questions;
        this.reply = reply;
        said = reply.result();
    }

    Finding finding() throws IOException {
        Ending ending = Ending.printedTooMuch(limits, reply) ? Ending.outputLimit(limits) : ofAnswers();
        return new Finding(ending.reason(), ending.text(), right, questions.size());
    }

    /** The first answer that is not right counts, whatever became of the program after it. */
    private Ending ofAnswers() throws IOException {
        Optional<Frame> loaded = next();
        if (loaded.isEmpty() || loaded.get().tag() != 'N') {
            return loaded.isEmpty() ? ofSilence("") : ofFailure(loaded.get(), "");
        }
        for (Question question : questions) {
            String place = Finding.place(right + 1, questions.size(), question.line());
            Optional<Frame> answer = next();
            if (answer.isEmpty()) {
                return ofSilence(place);
            }
            Optional<Ending> mistake = mistake(question, answer.get(), place);
            if (mistake.isPresent()) {
                return mistake.get();
            }
            right++;
        }
        return new Ending(Reason.ACCEPTED, "all tests passed");
    }

    private Optional<Ending> mistake(Question question, Frame answer, String place) throws IOException {
        return switch (answer.tag()) {
            case 'R' -> ofValue(question.expectation(), answer.body(), place);
            case 'U' -> ofForeignValue(question.expectation(), answer, place);
            default -> Optional.of(ofFailure(answer, place));
        };
    }

    private static Optional<Ending> ofValue(Expectation expected, ByteBuffer body, String place) {
        try {
            return expected.metBy(PlainData.read(body)) ? Optional.empty() : Optional.of(wrong(place, body));
        } catch (NotDataException forged) {
            return Optional.of(foreign(place, "a reply that is not plain data"));
        }
    }

    /** Of a value that is not plain data only its truth is known, and that it is not None, True or False. */
    private static Optional<Ending> ofForeignValue(Expectation expected, Frame answer, String place) {
        boolean truth = answer.body().hasRemaining() && answer.body().get() == '1';
        return switch (expected) {
            case Truthful truthful ->
                truthful.wanted() == truth ? Optional.empty() : Optional.of(wrong(place, answer.body()));
            case Same same -> Optional.of(wrong(place, answer.body()));
            case Equal equal -> Optional.of(foreign(place, answer.text()));
            case SameMembers members -> Optional.of(foreign(place, answer.text()));
        };
    }

    private static Ending wrong(String place, ByteBuffer returned) {
        return new Ending(
                Reason.WRONG_ANSWER, place + "failed: the program returned " + new Frame('R', returned).text());
    }

    private static Ending foreign(String place, String kind) {
        return new Ending(Reason.UNSUPPORTED_VALUE, place + "the program returned no plain data: " + kind);
    }

    private Ending ofFailure(Frame frame, String place) throws IOException {
        String[] lines = frame.text().split("\n", 4);
        return switch (frame.tag()) {
            case 'X' ->
                new Ending(Reason.RUNTIME_ERROR, place + "the program raised " + lines[0] + ": " + last(lines, 2));
            case 'E' ->
                lines[0].equals("compile")
                        ? new Ending(Reason.COMPILE_ERROR, last(lines, 1) + ": " + last(lines, 3))
                        : new Ending(
                                Reason.RUNTIME_ERROR, "the program raised " + last(lines, 1) + ": " + last(lines, 3));
            case 'M' -> new Ending(Reason.MEMORY_LIMIT, place + "out of memory");
            case 'O' -> new Ending(Reason.OUTPUT_LIMIT, place + "the program returned too much data");
            case 'Q' -> new Ending(Reason.EXITED_EARLY, place + "the program exited");
            default -> ofSilence(place);
        };
    }

    private static String last(String[] lines, int at) {
        return at < lines.length ? lines[at] : "";
    }

    private Ending ofSilence(String place) throws IOException {
        if (reply.wallLimit()) {
            return Ending.wallLimit(limits);
        }
        if (reply.cpuLimit()) {
            return Ending.cpuLimit(limits);
        }
        Ending death = Ending.ofDeath(limits, reply);
        return new Ending(death.reason(), place + death.text());
    }

    /** The next whole frame; what is no frame ends all that was said. */
    private Optional<Frame> next() {
        try {
            int size = said.getInt();
            char tag = (char) said.get();
            ByteBuffer body = said.slice(said.position(), size - 1);
            said.position(said.position() + size - 1);
            return Optional.of(new Frame(tag, body));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException noFrame) {
            said.position(said.limit());
            return Optional.empty();
        }
    }
}
