package io.millrace.verifier.code;

import io.millrace.verifier.code.value.PythonValue;
import io.millrace.verifier.code.value.PythonValue.Members;

/** What an assertion wants of the value that a call returns. */
sealed interface Expectation {

    boolean metBy(PythonValue returned);

    /** {@code assert f() == value}. */
    record Equal(PythonValue value) implements Expectation {

        @Override
        public boolean metBy(PythonValue returned) {
            return returned.equalsInPython(value);
        }
    }

    /** {@code assert f() is value}, where the value is None, True or False. */
    record Same(PythonValue value) implements Expectation {

        @Override
        public boolean metBy(PythonValue returned) {
            return returned.equals(value);
        }
    }

    /** {@code assert f()} or {@code assert not f()}. */
    record Truthful(boolean wanted) implements Expectation {

        @Override
        public boolean metBy(PythonValue returned) {
            return returned.isTrue() == wanted;
        }
    }

    /** {@code assert set(f()) == value}. */
    record SameMembers(PythonValue value) implements Expectation {

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
