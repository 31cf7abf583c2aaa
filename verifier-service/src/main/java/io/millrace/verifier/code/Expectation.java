package io.millrace.verifier.code;

import io.millrace.verifier.code.value.NotDataException;
import io.millrace.verifier.code.value.PlainData;
import io.millrace.verifier.code.value.PythonValue;
import io.millrace.verifier.code.value.PythonValue.Members;
import io.millrace.verifier.code.value.TypedJson;
import java.nio.ByteBuffer;

/** What an assertion wants of the value that a call returns. */
sealed interface Expectation {

    /**
     * Whether the value that a program returned is the right one.
     *
     * @throws NotDataException if it is no plain data at all
     */
    boolean metBy(ByteBuffer returned) throws NotDataException;

    /** What is wanted of a value of Python. */
    sealed interface OfPython extends Expectation {

        boolean metBy(PythonValue returned);

        @Override
        default boolean metBy(ByteBuffer returned) throws NotDataException {
            return metBy(PlainData.read(returned));
        }
    }

    /**
     * The very value.
     *
     * @param text as {@link TypedJson} has it
     */
    record Exactly(String text, Language language) implements Expectation {

        @Override
        public boolean metBy(ByteBuffer returned) throws NotDataException {
            byte[] bytes = new byte[returned.remaining()];
            returned.duplicate().get(bytes);
            return text.equals(TypedJson.read(bytes, language == Language.JAVASCRIPT));
        }
    }

    /** {@code assert f() == value}. */
    record Equal(PythonValue value) implements OfPython {

        @Override
        public boolean metBy(PythonValue returned) {
            return returned.equalsInPython(value);
        }
    }

    /** {@code assert f() is value}, where the value is None, True or False. */
    record Same(PythonValue value) implements OfPython {

        @Override
        public boolean metBy(PythonValue returned) {
            return returned.equals(value);
        }
    }

    /** {@code assert f()} or {@code assert not f()}. */
    record Truthful(boolean wanted) implements OfPython {

        @Override
        public boolean metBy(PythonValue returned) {
            return returned.isTrue() == wanted;
        }
    }

    /** {@code assert set(f()) == value}. */
    record SameMembers(PythonValue value) implements OfPython {

        @Override
        public boolean metBy(PythonValue returned) {
            return returned.iterated()
                    // A set may hold frozensets, which look like sets here.
                    .filter(items ->
                            returned instanceof Members || items.stream().allMatch(PythonValue::hashable))
                    .map(items -> new Members(items).equalsInPython(value))
                    .orElse(false);
        }
    }
}
