package io.millrace.deploy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.BenchmarkItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkLinesTest {

    @TempDir
    private Path directory;

    @Test
    void readsTheFieldsThatAreAskedForAndCallsItemsByTheirIdsOrLines() throws IOException {
        Intake<BenchmarkItem> items = read("""
                {"id":"a","prompt":"Which one?","choices":["this","that"],"reference":{"answer":"this"}}
                {"prompt":"And now?","choices":[],"reference":{"answer":"that"}}
                """, "prompt", "choices", "reference.answer");

        assertThat(items.bad()).isEmpty();
        assertThat(items.good())
                .containsExactly(
                        new BenchmarkItem("a", List.of("Which one?", "this\nthat", "this")),
                        new BenchmarkItem("line-2", List.of("And now?", "", "that")));
    }

    @Test
    void namesEveryLineThatDoesNotFit() throws IOException {
        Intake<BenchmarkItem> items = read("""
                {"id":"a","prompt":"Which one?"}
                {"id":"b"}
                {"id":"c","prompt":"…"}
                {"id":"a","prompt":"Which other one?"}
                {"id":"d","prompt":7}
                nothing
                """, "prompt");

        assertThat(items.good()).extracting(BenchmarkItem::getId).containsExactly("a");
        assertThat(items.bad())
                .containsExactly(
                        new BadLine(2, "field 'prompt' is missing"),
                        new BadLine(3, "field 'prompt' has no words"),
                        new BadLine(4, "line 1 has the same id"),
                        new BadLine(5, "field 'prompt' is not a text"),
                        new BadLine(6, "not JSON: error at column 8"));
    }

    private Intake<BenchmarkItem> read(String lines, String... fields) throws IOException {
        return BenchmarkLines.read(Files.writeString(directory.resolve("items.jsonl"), lines), List.of(fields));
    }
}
