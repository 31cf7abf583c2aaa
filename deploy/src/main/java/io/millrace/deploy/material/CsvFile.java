package io.millrace.deploy.material;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.intake.BadLine;
import io.millrace.deploy.intake.JsonLines;
import io.millrace.deploy.intake.UnfitException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads files of comma-separated values as RFC 4180 describes them, in UTF-8 with or without a mark of it. */
final class CsvFile {

    private static final int MAX_COLUMNS = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final CsvMapper CSV = new CsvMapper(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(JsonLines.MAX_LINE_BYTES)
                            .build())
                    .build())
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES);

    private CsvFile() {}

    /** Does something with one record's values, by their columns' names. */
    @FunctionalInterface
    interface Taker {

        void take(int line, Map<String, String> columns) throws UnfitException;
    }

    /**
     * Goes through a file without keeping it.
     *
     * @param bad is told of the records that do not fit, by the lines that they begin in
     * @throws OperatorException if the file cannot be read
     */
    static void each(Path file, Taker taker, Consumer<BadLine> bad) {
        try (Reader reader = reader(file);
                MappingIterator<String[]> records =
                        CSV.readerFor(String[].class).readValues(reader)) {
            List<String> header = header(file, records);
            int line = line(records);
            try {
                for (; records.hasNextValue(); line = line(records)) {
                    take(line, header, List.of(records.nextValue()), taker, bad);
                }
            } catch (JsonProcessingException e) {
                bad.accept(new BadLine(line, "not CSV, or a value that is too long; nothing after it was read"));
            }
        } catch (CharacterCodingException e) {
            throw new OperatorException("%s is not UTF-8.".formatted(file), e);
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static Reader reader(Path file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static int line(MappingIterator<?> records) {
        return records.getCurrentLocation().getLineNr();
    }

    private static List<String> header(Path file, MappingIterator<String[]> records) throws IOException {
        List<String> header = records.hasNextValue()
                ? Stream.of(records.nextValue()).map(String::strip).toList()
                : List.of();
        boolean fits = !header.isEmpty()
                && header.size() <= MAX_COLUMNS
                && new HashSet<>(header).size() == header.size()
                && header.stream().noneMatch(String::isEmpty);
        if (!fits) {
            throw new OperatorException(
                    "The first line of %s must name 1 to %,d columns, each once.".formatted(file, MAX_COLUMNS));
        }
        return header;
    }

    private static void take(int line, List<String> header, List<String> values, Taker taker, Consumer<BadLine> bad) {
        try {
            if (values.size() != header.size()) {
                throw new UnfitException(
                        "has %d values where there are %d columns".formatted(values.size(), header.size()));
            }
            if (values.stream().mapToLong(String::length).sum() > JsonLines.MAX_LINE_BYTES) {
                throw new UnfitException("longer than %d characters".formatted(JsonLines.MAX_LINE_BYTES));
            }
            var columns = new LinkedHashMap<String, String>();
            for (int column = 0; column < header.size(); column++) {
                columns.put(header.get(column), values.get(column));
            }
            taker.take(line, columns);
        } catch (UnfitException e) {
            bad.accept(new BadLine(line, e.reason()));
        }
    }
}
