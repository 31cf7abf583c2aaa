package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.EvaluatedRecords.dropped;
import static io.millrace.evaluator.dataset.EvaluatedRecords.judged;
import static io.millrace.evaluator.dataset.EvaluatedRecords.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.evaluator.group.Comparison;
import io.millrace.evaluator.group.LengthBalance;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiceTest {

    private static final Choice BEST = new Choice(true, Comparison.USUAL, LengthBalance.USUAL);

    @TempDir
    private Path directory;

    @Test
    void pairsAKeptAnswerWithOneThatACheckFoundWrong() throws IOException {
        Evaluated right = sample("s-1", 0, "2");
        Evaluated wrong = judged("s-1", 1, VerdictKind.REJECTED, CheckOutcome.FAIL, "What is 1 + 1?", "3");

        List<JsonNode> pairs = export(wrong, right);

        assertThat(pairs).containsExactly(json("""
                {"prompt": [{"role": "user", "content": "What is 1 + 1?"}],
                 "chosen": [{"role": "assistant", "content": "2"}],
                 "rejected": [{"role": "assistant", "content": "3"}],
                 "chosen_id": "%s", "rejected_id": "%s", "rejected_reason": "WRONG_ANSWER"}
                """.formatted(right.getId(), wrong.getId())));
    }

    @Test
    void neverPairsWhatWasNotJudgedWrongOrNotAskedTheSame() throws IOException {
        assertThat(export(
                        sample("s-1", 0, "2"),
                        judged("s-1", 1, VerdictKind.UNDECIDED, CheckOutcome.ERROR, "What is 1 + 1?", "3"),
                        judged("s-1", 2, VerdictKind.REJECTED, CheckOutcome.UNPARSEABLE, "What is 1 + 1?", "?"),
                        judged("s-1", 3, VerdictKind.REJECTED, CheckOutcome.FAIL, "What is 1 + 2?", "4"),
                        judged("s-2", 0, VerdictKind.REJECTED, CheckOutcome.FAIL, "What is 1 + 1?", "5"),
                        dropped(sample("s-2", 1, "2"))))
                .isEmpty();
    }

    @Test
    void usesNoAnswerTwice() throws IOException {
        assertThat(export(
                        sample("s-1", 0, "2"),
                        judged("s-1", 1, VerdictKind.REJECTED, CheckOutcome.FAIL, "What is 1 + 1?", "3"),
                        judged("s-1", 2, VerdictKind.REJECTED, CheckOutcome.FAIL, "What is 1 + 1?", "4")))
                .hasSize(1);
    }

    @Test
    void pairsWhatIsNearestInLengthWhereverItLies() throws IOException {
        List<JsonNode> pairs = export(
                failed("s-1", 1, "three, or so it seems to me"),
                failed("s-1", 2, "five"),
                sample("s-1", 0, "two"),
                failed("s-1", 3, "no idea"));

        assertThat(pairs)
                .extracting(pair -> pair.at("/rejected/0/content").asText())
                .containsExactly("five");
    }

    @Test
    void makesNoPairsOfWhatIsTooHard() throws IOException {
        List<Evaluated> records = new ArrayList<>(List.of(sample("s-1", 0, "2")));
        for (int index = 1; index <= 5; index++) {
            records.add(failed("s-1", index, "3"));
        }

        assertThat(export(records.toArray(Evaluated[]::new))).isEmpty();
    }

    @Test
    void anAnswerThatCameAgainIsWrittenOnce() throws IOException {
        Evaluated right = sample("s-1", 0, "2");
        Evaluated wrong = failed("s-1", 1, "3");
        Evaluated again =
                Evaluated.newBuilder(dropped(right)).setReason("REPEATED").build();

        assertThat(export(wrong, right, again, wrong, wrong)).hasSize(1);
    }

    @Test
    void theAnswerThatCountsIsTheLastOneUnderItsName() throws IOException {
        assertThat(export(failed("s-1", 1, "thirty"), sample("s-1", 0, "2"), failed("s-1", 1, "3")))
                .extracting(pair -> pair.at("/rejected/0/content").asText())
                .containsExactly("3");
    }

    @Test
    void leavesPairsOutWhereTheLongerIsChosenTooOften() throws IOException {
        List<Evaluated> records = new ArrayList<>();
        for (int seed = 0; seed < 30; seed++) {
            records.add(sample("s-" + seed, 0, "2" + " ".repeat(seed) + "."));
            records.add(failed("s-" + seed, 1, "3"));
        }

        assertThat(export(records.toArray(Evaluated[]::new)))
                .hasSize(10)
                .allSatisfy(pair ->
                        assertThat(pair.at("/chosen/0/content").asText()).hasSizeLessThan(12));
        JsonNode facts = json(Files.readString(directory.resolve("out/pairs.json")));
        assertThat(facts.at("/made/pairs").asInt()).isEqualTo(30);
        assertThat(facts.at("/written/pairs").asInt()).isEqualTo(10);
        assertThat(facts.at("/written/chosenLonger").asInt()).isEqualTo(10);
        assertThat(facts.at("/rules").asText()).isEqualTo("1, pass rate 0.2..0.8");
    }

    @Test
    void takesTheBestOfThoseThatWereAskedTheSame() throws IOException {
        List<JsonNode> lines = export(
                ExportFormat.CHAT,
                BEST,
                sample("s-1", 0, "It is 2."),
                failed("s-1", 1, "3"),
                sample("s-1", 2, "2"),
                judged("s-1", 3, VerdictKind.ACCEPTED, CheckOutcome.PASS, "What is 1 + 2?", "It is 3."),
                sample("s-2", 0, "It is 2."));

        assertThat(lines)
                .extracting(line -> line.at("/messages/1/content").asText())
                .containsExactly("2", "It is 3.", "It is 2.");
    }

    @Test
    void thereAreNoPairsOfTheBestAlone() {
        assertThatThrownBy(() -> new DatasetExport(EvaluatedRecords.DATASET, ExportFormat.DPO, BEST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Evaluated failed(String seedId, int index, String answer) {
        return judged(seedId, index, VerdictKind.REJECTED, CheckOutcome.FAIL, "What is 1 + 1?", answer);
    }

    private List<JsonNode> export(Evaluated... records) throws IOException {
        return export(ExportFormat.DPO, Choice.ALL, records);
    }

    private List<JsonNode> export(ExportFormat format, Choice choice, Evaluated... records) throws IOException {
        Path out = directory.resolve("out");
        new DatasetExport(EvaluatedRecords.DATASET, format, choice).write(() -> Stream.of(records), out);
        Path train = out.resolve("train.jsonl");
        return Files.exists(train)
                ? Files.readAllLines(train).stream().map(ChoiceTest::json).toList()
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
