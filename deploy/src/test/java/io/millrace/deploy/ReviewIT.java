package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.process.Deadline;
import io.millrace.evaluator.review.Sampling;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.StrategyRef;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Sampling USUAL = new Sampling(0.01, 0.2);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String dataset = "review-" + UUID.randomUUID();
    private final String openSeed = seed("open", id -> USUAL.reviewers(id) == 1);
    private final String keptSeed = seed("kept", id -> USUAL.isSampled(id) && USUAL.reviewers(id) == 1);

    @TempDir
    private Path out;

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void whatPeopleAcceptIsKeptAndWhatTheyRejectIsWithdrawn() throws Exception {
        importBoth();
        String open = candidate(openSeed);
        String kept = candidate(keptSeed);
        assertThat(exported("before"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(decision(kept)));

        within(() -> comesUp(open) && comesUp(kept), "both come up for review");
        assertThat(review(open, "accept").statusCode()).isEqualTo(CREATED);
        assertThat(review(open, "accept").statusCode()).isEqualTo(CONFLICT);
        assertThat(review(kept, "reject").statusCode()).isEqualTo(CREATED);

        within(() -> lineage(open).contains("reviewed by ann: ACCEPT, a test"), "the acceptance is told");
        within(
                () -> lineage(kept).contains("WITHDRAWN") && lineage(kept).contains("reviewed by ann: REJECT, a test"),
                "the rejection is told");
        assertThat(exported("after"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(decision(open)));
        JsonNode figures =
                json.readTree(TestFactory.millrace("reviews", "--json").out());
        assertThat(figures.path("done").asInt()).isPositive();
        assertThat(figures.path("bad").asInt()).isPositive();
    }

    /** A seed whose candidate the sampling treats so. */
    private String seed(String name, Predicate<String> treated) {
        var strategy = new StrategyRef("import", "1");
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "%s-%s-%d".formatted(dataset, name, i))
                .filter(id -> treated.test(RecordIds.candidate(id, strategy, 0)))
                .findFirst()
                .orElseThrow();
    }

    private void importBoth() throws IOException {
        Path seeds = Files.writeString(out.resolve("seeds.jsonl"), """
                {"id":"%s","kind":"code","prompt":"Add. (%3$s)","reference":{"language":"cobol","entryPoint":"f","tests":"f"},"source":{"name":"it"}}
                {"id":"%s","kind":"math","prompt":"17 * 3? (%s)","reference":{"answer":"51"},"source":{"name":"it"}}
                """.formatted(openSeed, keptSeed, dataset));
        Path candidates = Files.writeString(out.resolve("candidates.jsonl"), """
                {"seedId":"%s","model":"m","completion":"ADD A TO B."}
                {"seedId":"%s","model":"m","completion":"Seventeen times three makes that.\\nAnswer: 51"}
                """.formatted(openSeed, keptSeed));
        TestFactory.Said said = TestFactory.millrace(
                "import",
                "--dataset=" + dataset,
                "--seeds=" + seeds,
                "--candidates=" + candidates,
                "--out=" + out.resolve("import"));
        assertThat(out.resolve("import/verdicts.jsonl"))
                .as(said.out() + said.err())
                .exists();
    }

    private String candidate(String seed) throws IOException {
        for (String verdict : Files.readAllLines(out.resolve("import/verdicts.jsonl"))) {
            if (verdict.contains(seed)) {
                return json.readTree(verdict).get("candidateId").asText();
            }
        }
        throw new AssertionError("no verdict on " + seed);
    }

    private static String decision(String candidateId) {
        return "\"id\":\"e-" + candidateId.substring(2);
    }

    private static void within(BooleanSupplier condition, String what) {
        assertThat(Deadline.after(PATIENCE).await(condition)).as(what).isTrue();
    }

    /** Looks through what waits, also of other tests. */
    private boolean comesUp(String candidateId) {
        String after = "";
        while (true) {
            HttpResponse<String> response = send(HttpRequest.newBuilder(uri("/next?reviewer=ann" + after)));
            if (response.statusCode() != OK) {
                return false;
            }
            String id = read(response.body()).path("id").asText();
            if (id.equals(candidateId)) {
                return true;
            }
            after = "&after=" + id;
        }
    }

    private HttpResponse<String> review(String candidateId, String outcome) throws IOException {
        String body = json.writeValueAsString(
                Map.of("record", candidateId, "reviewer", "ann", "outcome", outcome, "reason", "a test"));
        return send(HttpRequest.newBuilder(uri(""))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static URI uri(String path) {
        return TestFactory.addresses().dashboard().resolve("/api/v1/reviews" + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String lineage(String candidateId) {
        return TestFactory.millrace("lineage", candidateId).out();
    }

    private List<String> exported(String name) throws IOException {
        TestFactory.Said said = TestFactory.millrace("export", dataset, "--format=chat", "--out=" + out.resolve(name));
        assertThat(said.status()).as(said.err()).isZero();
        List<String> lines = new ArrayList<>();
        try (var files = Files.list(out.resolve(name))) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
