package io.millrace.verifier.code.value;

import io.millrace.verifier.code.value.PythonValue.Complex;
import io.millrace.verifier.code.value.PythonValue.Listed;
import io.millrace.verifier.code.value.PythonValue.Mapping;
import io.millrace.verifier.code.value.PythonValue.Members;
import io.millrace.verifier.code.value.PythonValue.None;
import io.millrace.verifier.code.value.PythonValue.Octets;
import io.millrace.verifier.code.value.PythonValue.Real;
import io.millrace.verifier.code.value.PythonValue.Text;
import io.millrace.verifier.code.value.PythonValue.Truth;
import io.millrace.verifier.code.value.PythonValue.Tupled;
import io.millrace.verifier.code.value.PythonValue.Whole;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A text that two values share exactly if they are equal in Python. Sorting, not hashing, makes it blind to order, so
 * no program can choose values that are slow to compare.
 *
 * @param comparable false for a value that holds a nan, which equals nothing
 */
public record CanonicalText(String text, boolean comparable) {

    public static CanonicalText of(PythonValue value) {
        Writer writer = new Writer();
        writer.write(value);
        return new CanonicalText(writer.text.toString(), !writer.nan);
    }

    private static final class Writer {

        private final StringBuilder text = new StringBuilder();
        private boolean nan;

        void write(PythonValue value) {
            switch (value) {
                case None none -> text.append('N');
                case Truth truth -> write(truth.holds() ? BigInteger.ONE : BigInteger.ZERO);
                case Whole whole -> write(whole.value());
                case Real real -> write(real.value());
                case Complex complex -> write(complex);
                case Text words ->
                    text.append('s').append(words.value().length()).append(':').append(words.value());
                case Octets octets -> text.append('b').append(octets.hex()).append(';');
                case Listed list -> write('[', list.items(), ']');
                case Tupled tuple -> write('(', tuple.items(), ')');
                case Members set -> write(set);
                case Mapping dict -> write(dict);
            }
        }

        private void write(BigInteger value) {
            text.append('i')
                    .append(HexFormat.of().formatHex(value.toByteArray()))
                    .append(';');
        }

        /** Of the floats, those without a fraction equal ints; no other does. */
        private void write(double value) {
            nan |= Double.isNaN(value);
            if (Double.isFinite(value) && value == Math.rint(value)) {
                write(new BigDecimal(value).toBigIntegerExact());
            } else {
                text.append('r').append(value).append(';');
            }
        }

        private void write(Complex complex) {
            if (complex.imaginary() != 0) {
                text.append('c');
                write(complex.imaginary());
            }
            write(complex.real());
        }

        private void write(char opening, List<PythonValue> items, char closing) {
            text.append(opening);
            items.forEach(this::write);
            text.append(closing);
        }

        private void write(Mapping dict) {
            Map<String, String> entries = new TreeMap<>();
            dict.entries().forEach(entry -> entries.put(alone(entry.key()), alone(entry.value())));
            text.append('<');
            entries.forEach((key, value) -> text.append(key).append(value));
            text.append('>');
        }

        private void write(Members set) {
            Set<String> parts = new TreeSet<>();
            set.items().forEach(item -> parts.add(alone(item)));
            text.append('{');
            parts.forEach(text::append);
            text.append('}');
        }

        private String alone(PythonValue value) {
            CanonicalText part = of(value);
            nan |= !part.comparable();
            return part.text();
        }
    }
}
