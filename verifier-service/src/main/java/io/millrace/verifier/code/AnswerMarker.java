package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.Expectation.Equal;
import io.millrace.verifier.code.Expectation.Exactly;
import io.millrace.verifier.code.Expectation.Same;
import io.millrace.verifier.code.Expectation.SameMembers;
import io.millrace.verifier.code.Expectation.Truthful;
import io.millrace.verifier.code.value.NotDataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Compares what a program returned with what was expected of it. */
final class AnswerMarker {

    private final Limits limits;
    private final List<? extends Asked> questions;
    private final Reply reply;
    private final Said said;
    private final StringBuilder marks = new StringBuilder();

    AnswerMarker(Limits limits, List<? extends Asked> questions, Reply reply) {
        this.limits = limits;
        this.questions = questions;
        this.reply = reply;
        said = new Said(reply.result());
    }

    Finding finding() throws IOException {
        Ending ending = ofAnswers();
        marks.repeat(Marks.NOT_REACHED, questions.size() - marks.length());
        if (Ending.printedTooMuch(limits, reply)) {
            ending = Ending.outputLimit(limits);
        }
        return new Finding(ending.reason(), ending.text(), new Marks(marks.toString()));
    }

    /** The first answer that is not right counts, whatever became of the program after it. */
    private Ending ofAnswers() throws IOException {
        Optional<Said.Frame> loaded = said.next();
        if (loaded.isEmpty() || loaded.get().tag() != 'N') {
            return loaded.isEmpty() ? ofSilence("") : ofFailure(loaded.get(), "");
        }
        Optional<Ending> first = Optional.empty();
        boolean alive = true;
        for (int at = 0; alive && at < questions.size(); at++) {
            Asked question = questions.get(at);
            String place = Finding.place(at + 1, questions.size(), question.line());
            Optional<Said.Frame> answer = said.next();
            if (answer.isEmpty() && first.isPresent()) {
                break;
            }
            Optional<Ending> mistake =
                    answer.isEmpty() ? Optional.of(ofSilence(place)) : mistake(question, answer.get(), place);
            marks.append(mistake.isPresent() ? Marks.FAILED : Marks.PASSED);
            alive = answer.isPresent() && mistake.map(AnswerMarker::bearsMore).orElse(true);
            first = first.or(() -> mistake);
        }
        return first.orElseGet(() -> new Ending(Reason.ACCEPTED, "all tests passed"));
    }

    /** Whether a program that made this mistake was asked on. */
    private static boolean bearsMore(Ending mistake) {
        return mistake.reason() == Reason.WRONG_ANSWER || mistake.reason() == Reason.RUNTIME_ERROR;
    }

    private Optional<Ending> mistake(Asked question, Said.Frame answer, String place) throws IOException {
        return switch (answer.tag()) {
            case 'R' -> ofValue(question.expectation(), answer.body(), place);
            case 'U' -> ofForeignValue(question.expectation(), answer, place);
            default -> Optional.of(ofFailure(answer, place));
        };
    }

    private static Optional<Ending> ofValue(Expectation expected, ByteBuffer body, String place) {
        try {
            return expected.metBy(body.duplicate()) ? Optional.empty() : Optional.of(wrong(place, body));
        } catch (NotDataException forged) {
            return Optional.of(foreign(place, "a reply that is not plain data"));
        }
    }

    /** Of a value that is not plain data only its truth is known, and that it is not None, True or False. */
    private static Optional<Ending> ofForeignValue(Expectation expected, Said.Frame answer, String place) {
        boolean truth = answer.body().hasRemaining() && answer.body().get() == '1';
        return switch (expected) {
            case Truthful truthful ->
                truthful.wanted() == truth ? Optional.empty() : Optional.of(wrong(place, answer.body()));
            case Same same -> Optional.of(wrong(place, answer.body()));
            case Exactly exactly -> Optional.of(foreign(place, answer.text()));
            case Equal equal -> Optional.of(foreign(place, answer.text()));
            case SameMembers members -> Optional.of(foreign(place, answer.text()));
        };
    }

    private static Ending wrong(String place, ByteBuffer returned) {
        return new Ending(
                Reason.WRONG_ANSWER, place + "failed: the program returned " + new Said.Frame('R', returned).text());
    }

    private static Ending foreign(String place, String kind) {
        return new Ending(Reason.UNSUPPORTED_VALUE, place + "the program returned no plain data: " + kind);
    }

    private Ending ofFailure(Said.Frame frame, String place) throws IOException {
        return switch (frame.tag()) {
            case 'X' ->
                new Ending(Reason.RUNTIME_ERROR, place + "the program raised " + frame.line(0) + ": " + frame.line(2));
            case 'E' ->
                frame.line(0).equals("compile")
                        ? new Ending(Reason.COMPILE_ERROR, frame.line(1) + ": " + frame.line(3))
                        : new Ending(
                                Reason.RUNTIME_ERROR, "the program raised " + frame.line(1) + ": " + frame.line(3));
            case 'M' -> new Ending(Reason.MEMORY_LIMIT, place + "out of memory");
            case 'O' -> new Ending(Reason.OUTPUT_LIMIT, place + "the program returned too much data");
            case 'Q' -> new Ending(Reason.EXITED_EARLY, place + "the program exited");
            default -> ofSilence(place);
        };
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
}
