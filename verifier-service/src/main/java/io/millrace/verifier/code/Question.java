package io.millrace.verifier.code;

import io.millrace.verifier.code.Expectation.Equal;
import io.millrace.verifier.code.Expectation.Same;
import io.millrace.verifier.code.Expectation.SameMembers;
import io.millrace.verifier.code.Expectation.Truthful;
import io.millrace.verifier.code.value.Line;
import io.millrace.verifier.code.value.NotDataException;
import io.millrace.verifier.code.value.PythonLiteral;
import io.millrace.verifier.code.value.PythonValue;
import java.util.List;

/**
 * One assertion about one call of the entry point.
 *
 * @param line the line of the tests that it stands in, from 1
 */
record Question(int line, List<PythonValue> arguments, Expectation expectation) implements Asked {

    /** What the tests may call the entry point beside its own name. */
    private static final String ALIAS = "candidate";

    Question {
        arguments = List.copyOf(arguments);
    }

    /**
     * Reads a line of tests.
     *
     * @throws NotDataException if it is not an assertion, or wants more than the comparison of plain data
     */
    static Question read(int number, String text, String entryPoint) throws NotDataException {
        Line line = new Line(text);
        if (line.peek() != 'a' || !line.word().equals("assert") || line.peek() != ' ') {
            throw new NotDataException("no assertion");
        }
        Question question = assertion(number, line, entryPoint);
        if (!line.ended()) {
            throw new NotDataException("more than an assertion");
        }
        return question;
    }

    private static Question assertion(int number, Line line, String entryPoint) throws NotDataException {
        String word = line.word();
        if (word.equals("set")) {
            line.expect("(");
            List<PythonValue> arguments = call(line, line.word(), entryPoint);
            line.expect(")");
            line.expect("==");
            return new Question(number, arguments, new SameMembers(new PythonLiteral(line).read()));
        }
        boolean negated = word.equals("not");
        List<PythonValue> arguments = call(line, negated ? line.word() : word, entryPoint);
        return new Question(number, arguments, negated ? new Truthful(false) : expectation(line));
    }

    private static List<PythonValue> call(Line line, String name, String entryPoint) throws NotDataException {
        if (!name.equals(entryPoint) && !name.equals(ALIAS)) {
            throw new NotDataException("no call of the entry point");
        }
        return new PythonLiteral(line).items('(');
    }

    private static Expectation expectation(Line line) throws NotDataException {
        if (line.ended()) {
            return new Truthful(true);
        }
        if (line.take("==")) {
            return new Equal(new PythonLiteral(line).read());
        }
        line.expect("is ");
        PythonValue value = new PythonLiteral(line).read();
        return switch (value) {
            case PythonValue.None none -> new Same(none);
            case PythonValue.Truth truth -> new Same(truth);
            default -> throw new NotDataException("an object that is not the only one of its value");
        };
    }
}
