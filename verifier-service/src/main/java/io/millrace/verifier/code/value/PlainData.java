package io.millrace.verifier.code.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
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
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a program claims to have returned: the encoding of {@code values.py}, or anything else it made up. */
public final class PlainData {

    private static final int MAX_DEPTH = 256;
    private static final int MAX_NUMBER_LENGTH = 2_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private final JsonParser json;

    private PlainData(JsonParser json) {
        this.json = json;
    }

    public static PythonValue read(ByteBuffer encoded) throws NotDataException {
        int start = encoded.arrayOffset() + encoded.position();
        try (JsonParser json = JSON.createParser(encoded.array(), start, encoded.remaining())) {
            PlainData data = new PlainData(json);
            PythonValue value = data.value(json.nextToken());
            if (json.nextToken() != null) {
                throw new NotDataException("more than a value");
            }
            return value;
        } catch (IOException | IllegalArgumentException malformed) {
            throw new NotDataException("a reply that is not plain data");
        }
    }

    private PythonValue value(@Nullable JsonToken token) throws IOException, NotDataException {
        if (token == null) {
            throw new NotDataException("an incomplete value");
        }
        return switch (token) {
            case VALUE_NULL -> None.NONE;
            case VALUE_TRUE -> new Truth(true);
            case VALUE_FALSE -> new Truth(false);
            case VALUE_NUMBER_INT -> new Whole(json.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> new Real(json.getDoubleValue());
            case VALUE_STRING -> new Text(json.getText());
            case START_ARRAY -> new Listed(rest());
            case START_OBJECT -> tagged();
            default -> throw new NotDataException("an incomplete value");
        };
    }

    private PythonValue tagged() throws IOException, NotDataException {
        String tag = json.nextFieldName();
        json.nextToken();
        PythonValue value = tag == null ? null : tagged(tag);
        if (value == null || json.nextToken() != JsonToken.END_OBJECT) {
            throw new NotDataException("an unknown kind of value");
        }
        return value;
    }

    private PythonValue tagged(String tag) throws IOException, NotDataException {
        return switch (tag) {
            case "u" -> new Tupled(items());
            case "s", "f" -> new Members(items());
            case "m" -> new Mapping(entries());
            case "i" -> new Whole(huge(text()));
            case "c" -> complex(items());
            case "b" -> new Octets(octets(text()), false);
            case "a" -> new Octets(octets(text()), true);
            default -> throw new NotDataException("an unknown kind of value");
        };
    }

    private List<PythonValue> items() throws IOException, NotDataException {
        if (!json.isExpectedStartArrayToken()) {
            throw new NotDataException("no items");
        }
        return rest();
    }

    private List<PythonValue> rest() throws IOException, NotDataException {
        List<PythonValue> items = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            items.add(value(token));
        }
        return items;
    }

    private List<Entry> entries() throws IOException, NotDataException {
        List<Entry> entries = new ArrayList<>();
        for (PythonValue pair : items()) {
            if (!(pair instanceof Listed parts) || parts.items().size() != 2) {
                throw new NotDataException("no entry");
            }
            entries.add(new Entry(parts.items().getFirst(), parts.items().getLast()));
        }
        return entries;
    }

    private static Complex complex(List<PythonValue> parts) throws NotDataException {
        if (parts.size() == 2 && parts.getFirst() instanceof Real real && parts.getLast() instanceof Real imaginary) {
            return new Complex(real.value(), imaginary.value());
        }
        throw new NotDataException("no complex number");
    }

    private String text() throws IOException, NotDataException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw new NotDataException("no text");
        }
        return json.getText();
    }

    /** By bytes, since reading a long number digit by digit takes time that grows with its square. */
    private static BigInteger huge(String text) throws NotDataException {
        boolean negative = text.startsWith("-");
        if (!text.startsWith("0x", negative ? 1 : 0)) {
            throw new NotDataException("no huge number");
        }
        String digits = text.substring(negative ? 3 : 2);
        byte[] magnitude = HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits);
        return new BigInteger(negative ? -1 : 1, magnitude);
    }

    private static String octets(String hex) {
        return HexFormat.of().formatHex(HexFormat.of().parseHex(hex));
    }
}
