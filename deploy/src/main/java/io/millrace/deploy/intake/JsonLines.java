package io.millrace.deploy.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;

/** Reads files of one JSON object a line. A line is bounded before anything looks into it. */
public final class JsonLines {

    /** A seed and a candidate of this size still fit into one record together. */
    public static final int MAX_LINE_BYTES = 256 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonLines() {}

    /** Turns one line's object into what it stands for. */
    @FunctionalInterface
    interface Parser<T> {

        T parse(int line, Fields fields) throws UnfitException;
    }

    /** Does something with one line's object. */
    @FunctionalInterface
    public interface Taker {

        void take(int line, JsonNode object) throws UnfitException;
    }

    static <T> Intake<T> read(Path file, Parser<T> parser) {
        var good = new ArrayList<T>();
        var bad = new ArrayList<BadLine>();
        each(file, (line, object) -> good.add(parser.parse(line, new Fields(object))), bad::add);
        return new Intake<>(good, bad);
    }

    /**
     * Goes through a file without keeping it.
     *
     * @param bad is told of the lines that do not fit
     * @throws OperatorException if the file cannot be read
     */
    public static void each(Path file, Taker taker, Consumer<BadLine> bad) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var line = new Line();
            for (int number = 1; line.readFrom(in); number++) {
                try {
                    if (!line.blank()) {
                        taker.take(number, line.object());
                    }
                } catch (UnfitException e) {
                    bad.accept(new BadLine(number, e.reason()));
                }
            }
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /** The bytes of one line; what is beyond the bound is only counted. */
    private static final class Line {

        private final byte[] bytes = new byte[MAX_LINE_BYTES];
        private int length;
        private boolean tooLong;

        boolean readFrom(InputStream in) throws IOException {
            length = 0;
            tooLong = false;
            int next = in.read();
            boolean any = next >= 0;
            while (next >= 0 && next != '\n') {
                if (length < bytes.length) {
                    bytes[length++] = (byte) next;
                } else {
                    tooLong = true;
                }
                next = in.read();
            }
            return any;
        }

        boolean blank() {
            return !tooLong && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).isBlank();
        }

        JsonNode object() throws UnfitException {
            if (tooLong) {
                throw new UnfitException("longer than %d bytes".formatted(MAX_LINE_BYTES));
            }
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, length))
                        .toString();
                JsonNode node = JSON.readTree(text);
                if (!node.isObject()) {
                    throw new UnfitException("not a JSON object");
                }
                return node;
            } catch (CharacterCodingException e) {
                throw new UnfitException("not UTF-8");
            } catch (JsonProcessingException e) {
                throw new UnfitException("not JSON: " + brief(e));
            }
        }

        /** Jackson's own message would quote the line. */
        private static String brief(JsonProcessingException e) {
            return e.getLocation() == null
                    ? "cut short"
                    : "error at column " + e.getLocation().getColumnNr();
        }
    }
}
