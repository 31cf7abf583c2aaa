package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.Samples.message;
import static io.millrace.evaluator.dataset.EvaluatedRecords.dropped;
import static io.millrace.evaluator.dataset.EvaluatedRecords.in;
import static io.millrace.evaluator.dataset.EvaluatedRecords.judged;
import static io.millrace.evaluator.dataset.EvaluatedRecords.kept;
import static io.millrace.evaluator.dataset.EvaluatedRecords.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Message;
import io.millrace.schemas.Split;
import io.millrace.schemas.ToolCall;
import io.millrace.schemas.VerdictKind;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportFormatTest {

    private static final String EVERY_SCRIPT = "ä ß 漢字 עברית 🧮 \u0000 \u0085 \u2028 \u2029 \"\\\n\t<script>";

    @TempDir
    private Path directory;

    @Test
    void chatNamesWhoSaysWhatAndWhereItCameFrom() throws IOException {
        JsonNode line = export(ExportFormat.CHAT, kept("s-1", "2")).getFirst();

        assertThat(line).isEqualTo(json("""
                {"id": "e-%s",
                 "messages": [{"role": "user", "content": "What is 1 + 1?"}, {"role": "assistant", "content": "2"}],
                 "split": "train", "seed_id": "s-1", "source": "test", "domain": "arithmetic",
                 "strategy": "distillation", "strategy_version": "1", "model": "apprentice/1",
                 "prompt_hash": null,
                 "difficulty": null, "language": "en", "licence": "Apache-2.0",
                 "synthetic": true, "generation_depth": 1, "protected_case": false, "checks": ["math-answer@1"],
                 "content_hash": "%s"}
                """.formatted(
                        line.get("id").asText().substring(2),
                        kept("s-1", "2").getProvenance().getContentHash())));
        assertThat(line.get("id").asText()).isEqualTo(kept("s-1", "2").getId());
    }

    @Test
    void removesWhatAKilledExportLeftBeside() throws IOException {
        Path leftover = Files.createDirectories(directory.resolve(".staging-1/content"));
        Files.writeString(leftover.resolve("train.jsonl"), "half a li");

        new DatasetExport(EvaluatedRecords.DATASET, ExportFormat.CHAT, Choice.ALL)
                .write(() -> Stream.of(kept("s-1", "2")), directory.resolve("out"));

        assertThat(directory).isDirectoryNotContaining("glob:**/.staging-*");
        assertThat(directory.resolve("out")).isDirectory();
    }

    @Test
    void chatKeepsEveryCharacterAndOneLineARecord() throws IOException {
        Path out = directory.resolve("out");
        new DatasetExport(EvaluatedRecords.DATASET, ExportFormat.CHAT, Choice.ALL)
                .write(() -> Stream.of(kept("s-1", EVERY_SCRIPT)), out);

        String file = Files.readString(out.resolve("train.jsonl"));

        assertThat(file.chars().filter(c -> c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029))
                .hasSize(1);
        assertThat(json(file).at("/messages/1/content").asText()).isEqualTo(EVERY_SCRIPT);
    }

    @Test
    void chatCarriesToolCallsAsChatCompletionsDo() throws IOException {
        Message call = Message.newBuilder()
                .setRole("assistant")
                .setContent("")
                .setToolCalls(List.of(new ToolCall("t-1", "add", "{\"a\":1}")))
                .build();
        Message result = Message.newBuilder()
                .setRole("tool")
                .setContent("2")
                .setToolCallId("t-1")
                .build();

        JsonNode messages =
                export(ExportFormat.CHAT, kept("s-1", call, result)).getFirst().get("messages");

        assertThat(messages).isEqualTo(json("""
                [{"role": "assistant", "content": "",
                  "tool_calls": [{"id": "t-1", "type": "function", "function": {"name": "add", "arguments": "{\\"a\\":1}"}}]},
                 {"role": "tool", "content": "2", "tool_call_id": "t-1"}]
                """));
    }

    @Test
    void parquetHoldsWhatChatHolds() throws IOException {
        List<Evaluated> records = Stream.concat(
                        Stream.of(kept("s-unicode", "ä ß 漢字 עברית 🧮")),
                        IntStream.range(0, 2_000).mapToObj(i -> kept("s-" + i, "2")))
                .toList();
        Path out = directory.resolve("out");

        new DatasetExport(EvaluatedRecords.DATASET, ExportFormat.PARQUET, Choice.ALL).write(records::stream, out);

        List<Example> rows = new CarpetReader<>(out.resolve("train.parquet").toFile(), Example.class)
                .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
                .toList();
        assertThat(rows).isEqualTo(records.stream().map(Example::of).toList());
    }

    @Test
    void parquetColumnsAreTypedAndNoneIsJson() throws IOException {
        Path out = directory.resolve("out");

        new DatasetExport(EvaluatedRecords.DATASET, ExportFormat.PARQUET, Choice.ALL)
                .write(() -> Stream.of(kept("s-1", "2")), out);

        try (var file = ParquetFileReader.open(new LocalInputFile(out.resolve("train.parquet")))) {
            MessageType schema = file.getFileMetaData().getSchema();
            assertThat(schema.getType("messages", "list", "element", "content")
                            .asPrimitiveType()
                            .getLogicalTypeAnnotation())
                    .isEqualTo(LogicalTypeAnnotation.stringType());
            assertThat(schema.getType("generation_depth").asPrimitiveType().getPrimitiveTypeName())
                    .isEqualTo(PrimitiveTypeName.INT32);
            assertThat(schema.getType("synthetic").asPrimitiveType().getPrimitiveTypeName())
                    .isEqualTo(PrimitiveTypeName.BOOLEAN);
            assertThat(schema.getPaths())
                    .extracting(path -> path[0])
                    .contains("id", "split", "domain", "strategy", "model", "licence", "seed_id", "content_hash");
            assertThat(file.getFooter().getBlocks().getFirst().getColumns())
                    .allSatisfy(column -> assertThat(column.getCodec()).isEqualTo(CompressionCodecName.ZSTD));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBytesForTheSameRecords(ExportFormat format) throws IOException {
        List<Evaluated> records = Stream.concat(
                        IntStream.range(0, 300).mapToObj(i -> sample("s-" + i, 0, "ä ≠ 🧮")),
                        IntStream.range(0, 200)
                                .mapToObj(i -> judged(
                                        "s-" + i, 1, VerdictKind.REJECTED, CheckOutcome.FAIL, "What is 1 + 1?", "3")))
                .toList();
        var export = new DatasetExport(EvaluatedRecords.DATASET, format, Choice.ALL);

        List<DataFile> first = export.write(records::stream, directory.resolve("first"));
        List<DataFile> second = export.write(records::stream, directory.resolve("second"));

        assertThat(first).isNotEmpty().isEqualTo(second);
    }

    @Test
    void alpacaTakesSingleExchangesOnly() throws IOException {
        Evaluated instructed =
                kept("s-2", message("system", "Be brief."), message("user", "Hi"), message("assistant", "Hello"));
        Evaluated longer = kept(
                "s-3",
                message("user", "Hi"),
                message("assistant", "Hello"),
                message("user", "Bye"),
                message("assistant", "Bye"));

        assertThat(export(ExportFormat.ALPACA, kept("s-1", "2"), instructed, longer, kept("s-4", message("user", "?"))))
                .containsExactly(json("""
                                {"instruction": "What is 1 + 1?", "input": "", "output": "2"}"""), json("""
                                {"system": "Be brief.", "instruction": "Hi", "input": "", "output": "Hello"}"""));
    }

    @Test
    void writesNoFileForASplitWithoutLines() throws IOException {
        Path out = directory.resolve("out");

        List<DataFile> files = new DatasetExport(EvaluatedRecords.DATASET, ExportFormat.CHAT, Choice.ALL)
                .write(() -> Stream.of(kept("s-1", "2"), in(Split.TEST, dropped(kept("s-2", "2")))), out);

        assertThat(files).extracting(DataFile::name).containsExactly("train.jsonl");
        assertThat(out).isDirectoryNotContaining(file -> !file.endsWith("train.jsonl"));
    }

    @Test
    void refusesToWriteOverWhatIsThere() throws IOException {
        Path out = Files.createDirectory(directory.resolve("out"));
        Files.writeString(out.resolve("train.jsonl"), "precious");
        var export = new DatasetExport(EvaluatedRecords.DATASET, ExportFormat.CHAT, Choice.ALL);

        assertThatThrownBy(() -> export.write(() -> Stream.of(kept("s-1", "2")), out))
                .isInstanceOf(FileSystemException.class);

        assertThat(out.resolve("train.jsonl")).hasContent("precious");
        assertThat(directory).isDirectoryNotContaining(file -> !file.equals(out));
    }

    private List<JsonNode> export(ExportFormat format, Evaluated... records) throws IOException {
        Path out = directory.resolve("out");
        new DatasetExport(EvaluatedRecords.DATASET, format, Choice.ALL).write(() -> Stream.of(records), out);
        Path train = out.resolve("train.jsonl");
        return Files.exists(train)
                ? Files.readAllLines(train).stream().map(ExportFormatTest::json).toList()
                : List.of();
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
