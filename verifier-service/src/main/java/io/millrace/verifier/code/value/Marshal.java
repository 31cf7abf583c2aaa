package io.millrace.verifier.code.value;

import io.millrace.verifier.code.value.PythonValue.Complex;
import io.millrace.verifier.code.value.PythonValue.Entry;
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
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Writes values in Python's own marshal format, as {@code marshal.loads} of every version reads it. */
public final class Marshal {

    private static final int BITS_OF_A_DIGIT = 15;
    private static final BigInteger DIGIT = BigInteger.valueOf((1 << BITS_OF_A_DIGIT) - 1);
    private static final int BITS_OF_AN_INT = 31;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Marshal() {}

    /** A list of the lists of arguments; no two calls share a part. */
    public static byte[] calls(List<List<PythonValue>> calls) {
        Marshal marshal = new Marshal();
        marshal.write(new Listed(calls.stream().<PythonValue>map(Listed::new).toList()));
        return marshal.bytes.toByteArray();
    }

    private void write(PythonValue value) {
        switch (value) {
            case None none -> bytes.write('N');
            case Truth truth -> bytes.write(truth.holds() ? 'T' : 'F');
            case Whole whole -> write(whole.value());
            case Real real -> {
                bytes.write('g');
                writeDouble(real.value());
            }
            case Complex complex -> {
                bytes.write('y');
                writeDouble(complex.real());
                writeDouble(complex.imaginary());
            }
            case Text text -> write('u', text.value().getBytes(StandardCharsets.UTF_8));
            case Octets octets -> write('s', HexFormat.of().parseHex(octets.hex()));
            case Listed list -> write('[', list.items());
            case Tupled tuple -> write('(', tuple.items());
            case Members set -> write('<', set.items());
            case Mapping dict -> write(dict);
        }
    }

    private void write(BigInteger value) {
        if (value.bitLength() <= BITS_OF_AN_INT) {
            bytes.write('i');
            writeInt(value.intValue());
            return;
        }
        BigInteger rest = value.abs();
        int digits = (rest.bitLength() + BITS_OF_A_DIGIT - 1) / BITS_OF_A_DIGIT;
        bytes.write('l');
        writeInt(value.signum() * digits);
        for (int at = 0; at < digits; at++) {
            writeLittleEndian(rest.and(DIGIT).longValue(), Short.BYTES);
            rest = rest.shiftRight(BITS_OF_A_DIGIT);
        }
    }

    private void write(char code, byte[] content) {
        bytes.write(code);
        writeInt(content.length);
        bytes.writeBytes(content);
    }

    private void write(char code, List<PythonValue> items) {
        bytes.write(code);
        writeInt(items.size());
        items.forEach(this::write);
    }

    private void write(Mapping dict) {
        bytes.write('{');
        for (Entry entry : dict.entries()) {
            write(entry.key());
            write(entry.value());
        }
        bytes.write('0');
    }

    private void writeDouble(double value) {
        writeLittleEndian(Double.doubleToLongBits(value), Double.BYTES);
    }

    private void writeInt(int value) {
        writeLittleEndian(value, Integer.BYTES);
    }

    private void writeLittleEndian(long value, int size) {
        for (int at = 0; at < size; at++) {
            bytes.write((int) (value >>> (Byte.SIZE * at)));
        }
    }
}
