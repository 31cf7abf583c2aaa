package io.millrace.verifier.code.value;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A value of one of Python's plain types, as it stands in a test or comes out of a program. */
public sealed interface PythonValue {

    enum None implements PythonValue {
        NONE
    }

    record Truth(boolean holds) implements PythonValue {}

    record Whole(BigInteger value) implements PythonValue {}

    record Real(double value) implements PythonValue {}

    record Complex(double real, double imaginary) implements PythonValue {}

    record Text(String value) implements PythonValue {}

    /** A bytes object or, mutable, a bytearray: Python compares them alike. */
    record Octets(String hex, boolean mutable) implements PythonValue {}

    record Listed(List<PythonValue> items) implements PythonValue {

        public Listed {
            items = List.copyOf(items);
        }
    }

    record Tupled(List<PythonValue> items) implements PythonValue {

        public Tupled {
            items = List.copyOf(items);
        }
    }

    /** A set or a frozenset: Python compares them alike. Equal members may stand here more than once. */
    record Members(List<PythonValue> items) implements PythonValue {

        public Members {
            items = List.copyOf(items);
        }
    }

    /** A dict; of entries with equal keys the last counts. */
    record Mapping(List<Entry> entries) implements PythonValue {

        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    record Entry(PythonValue key, PythonValue value) {}

    static Whole whole(long value) {
        return new Whole(BigInteger.valueOf(value));
    }

    /** What {@code ==} says in Python of two values that are not the same object. */
    default boolean equalsInPython(PythonValue other) {
        CanonicalText own = CanonicalText.of(this);
        return own.comparable() && own.equals(CanonicalText.of(other));
    }

    /** What {@code bool()} says in Python. */
    default boolean isTrue() {
        return switch (this) {
            case None none -> false;
            case Truth truth -> truth.holds();
            case Whole whole -> whole.value().signum() != 0;
            case Real real -> real.value() != 0;
            case Complex complex -> complex.real() != 0 || complex.imaginary() != 0;
            case Text text -> !text.value().isEmpty();
            case Octets octets -> !octets.hex().isEmpty();
            case Listed list -> !list.items().isEmpty();
            case Tupled tuple -> !tuple.items().isEmpty();
            case Members set -> !set.items().isEmpty();
            case Mapping dict -> !dict.entries().isEmpty();
        };
    }

    /** Whether Python lets it be a member of a set and a key of a dict. Frozensets, which it lets, count as sets here. */
    default boolean hashable() {
        return switch (this) {
            case Listed list -> false;
            case Members set -> false;
            case Mapping dict -> false;
            case Tupled tuple -> tuple.items().stream().allMatch(PythonValue::hashable);
            case None none -> true;
            case Truth truth -> true;
            case Whole whole -> true;
            case Real real -> true;
            case Complex complex -> true;
            case Text text -> true;
            case Octets octets -> !octets.mutable();
        };
    }

    /** What Python meets when it iterates over it; empty for what it cannot iterate over. */
    default Optional<List<PythonValue>> iterated() {
        return switch (this) {
            case Listed list -> Optional.of(list.items());
            case Tupled tuple -> Optional.of(tuple.items());
            case Members set -> Optional.of(set.items());
            case Mapping dict ->
                Optional.of(dict.entries().stream().map(Entry::key).toList());
            case Text text ->
                Optional.of(each(text.value().codePoints(), point -> new Text(Character.toString(point))));
            case Octets octets -> {
                byte[] bytes = HexFormat.of().parseHex(octets.hex());
                yield Optional.of(each(IntStream.range(0, bytes.length), at -> whole(Byte.toUnsignedInt(bytes[at]))));
            }
            case None none -> Optional.empty();
            case Truth truth -> Optional.empty();
            case Whole whole -> Optional.empty();
            case Real real -> Optional.empty();
            case Complex complex -> Optional.empty();
        };
    }

    private static List<PythonValue> each(IntStream numbers, IntFunction<PythonValue> value) {
        return numbers.mapToObj(value).toList();
    }
}
