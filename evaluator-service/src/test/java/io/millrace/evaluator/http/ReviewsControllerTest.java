package io.millrace.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.millrace.evaluator.Samples;
import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.monitor.LineageSource;
import io.millrace.evaluator.monitor.ReviewBook;
import io.millrace.evaluator.monitor.TopicReviews;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.evaluator.policy.SplitShares;
import io.millrace.evaluator.review.Docket;
import io.millrace.evaluator.review.Opinions;
import io.millrace.evaluator.review.Sampling;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.ReviewRequest;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest
class ReviewsControllerTest {

    private static final Verified FIRST = open("seed-1");
    private static final Verified SECOND = open("seed-2");
    private static final Verified KEPT = open("seed-3");

    private static final Book BOOK = new Book();

    private final EmbeddedServer server;

    ReviewsControllerTest(EmbeddedServer server) {
        this.server = server;
    }

    /** Three requests, the second for two people, the third about a kept record. */
    private static final class Book implements ReviewBook {

        private final List<Review> reviews = new ArrayList<>();

        @Override
        public synchronized Docket look() {
            return new Docket(List.of(
                    item(request(FIRST, "CHECK_TIMEOUT", 1, 1)),
                    item(request(SECOND, "CHECK_TIMEOUT", 2, 2)),
                    item(request(KEPT, Sampling.SAMPLED, 1, 3))));
        }

        @Override
        public synchronized void add(Review review) {
            reviews.add(review);
        }

        synchronized void clear() {
            reviews.clear();
        }

        private Docket.Item item(ReviewRequest request) {
            var opinions = new Opinions(List.of());
            for (Review review : reviews) {
                opinions = review.getRecord().equals(request.getRecord()) ? opinions.on(request, review) : opinions;
            }
            return new Docket.Item(request, opinions);
        }

        private static ReviewRequest request(Verified verified, String reason, int reviewers, long second) {
            return new ReviewRequest(
                    id(verified),
                    "sums",
                    new Coordinates("evaluated", 0, second),
                    reason,
                    reason.equals(Sampling.SAMPLED),
                    reviewers,
                    Samples.CREATED.plusSeconds(second));
        }
    }

    @MockBean(TopicReviews.class)
    ReviewBook book() {
        return BOOK;
    }

    @MockBean(LineageSource.class)
    LineageSource lineage() {
        return id -> List.of(FIRST, SECOND, KEPT).stream()
                .filter(verified -> id(verified).equals(id))
                .map(ReviewsControllerTest::located)
                .findFirst();
    }

    @BeforeEach
    void forget() {
        BOOK.clear();
    }

    @Test
    void givesWhatWasAskedTheLongestAgoWithItsConversation() throws Exception {
        JsonNode task = json(next("ann", ""));

        assertThat(task.path("id").asText()).isEqualTo(id(FIRST));
        assertThat(task.path("reason").asText()).isEqualTo("CHECK_TIMEOUT");
        assertThat(task.path("editable").asBoolean()).isTrue();
        assertThat(task.path("open").asLong()).isEqualTo(3);
        assertThat(task.at("/record/messages/1/content").asText()).isEqualTo("42");
        giveBack("ann");
    }

    @Test
    void twoAtOnceAreGivenDifferentRecordsUntilOneGivesHisBack() throws Exception {
        String ann = json(next("ann", "")).path("id").asText();
        String bob = json(next("bob", "")).path("id").asText();

        assertThat(ann).isNotEqualTo(bob);
        assertThat(json(next("ann", "")).path("id").asText()).isEqualTo(ann);
        assertThat(json(next("bob", bob)).path("id").asText()).isEqualTo(id(KEPT));
        assertThat(next("cem", id(SECOND)).statusCode()).isEqualTo(204);
        giveBack("ann");
        giveBack("bob");
        giveBack("cem");
    }

    @Test
    void nobodyIsGivenWhatHeHasDone() throws Exception {
        assertThat(review("dan", FIRST, "accept").statusCode()).isEqualTo(201);
        assertThat(review("dan", SECOND, "accept").statusCode()).isEqualTo(201);

        assertThat(json(next("dan", "")).path("id").asText()).isEqualTo(id(KEPT));
        assertThat(json(next("eve", "")).path("id").asText()).isEqualTo(id(SECOND));
        giveBack("dan");
        giveBack("eve");
    }

    @Test
    void takesInWhatSomebodySaysOnce() throws Exception {
        HttpResponse<String> first = review("ann", SECOND, "accept");
        HttpResponse<String> again = review("ann", SECOND, "reject");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("detail").asText()).contains("already");
        assertThat(BOOK.reviews).singleElement().satisfies(review -> {
            assertThat(review.getRecord()).isEqualTo(id(SECOND));
            assertThat(review.getOutcome()).isEqualTo(ReviewOutcome.ACCEPT);
            assertThat(review.getReviewer()).isEqualTo("ann");
            assertThat(review.getReason()).isEqualTo("a reason");
            assertThat(review.getAnswer()).isNull();
        });
    }

    @Test
    void whatOthersDecidedIsClosed() throws Exception {
        assertThat(review("ann", FIRST, "accept").statusCode()).isEqualTo(201);

        assertThat(review("bob", FIRST, "accept").statusCode()).isEqualTo(409);
    }

    @Test
    void takesInAnEditedAnswerButNotOfWhatIsKept() throws Exception {
        var body = Map.of("reviewer", "ann", "outcome", "edit", "answer", "It is 42.");

        assertThat(post(with(body, "record", id(KEPT))).statusCode()).isEqualTo(422);
        assertThat(post(with(body, "record", id(FIRST))).statusCode()).isEqualTo(201);
        assertThat(BOOK.reviews).extracting(Review::getAnswer).containsExactly("It is 42.");
    }

    @Test
    void anyIdOfARecordNamesIt() throws Exception {
        var body = Map.of(
                "reviewer",
                "ann",
                "outcome",
                "accept",
                "record",
                "e-" + id(FIRST).substring(2));

        assertThat(post(body).statusCode()).isEqualTo(201);
    }

    @Test
    void aRecordThatNobodyIsAskedAboutIsNotFound() throws Exception {
        var body = Map.of("reviewer", "ann", "outcome", "accept", "record", "c-" + "f".repeat(32));

        assertThat(post(body).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoReviewIsRefusedAndNotRepeated() throws Exception {
        var good = Map.of("reviewer", "ann", "outcome", "accept", "record", id(FIRST));
        for (Map<String, String> bad : List.of(
                with(good, "reviewer", "<script>"),
                with(good, "reviewer", "x".repeat(81)),
                with(good, "outcome", "<script>"),
                with(good, "outcome", "reject"),
                with(good, "outcome", "edit"),
                with(good, "reason", "<script>" + "x".repeat(2_000)),
                with(good, "record", "<script>"))) {
            HttpResponse<String> response = post(bad);

            assertThat(response.statusCode()).as(bad.toString()).isEqualTo(422);
            assertThat(response.body()).doesNotContain("<script>");
        }
        assertThat(next("", "").statusCode()).isEqualTo(422);
        assertThat(BOOK.reviews).isEmpty();
    }

    @Test
    void whatIsNoJsonOrTooLargeOrFromAFormIsRefused() throws Exception {
        assertThat(send("{\"record\": <script>", "application/json").statusCode())
                .isEqualTo(400);
        assertThat(send("\"" + "x".repeat(2 << 20) + "\"", "application/json").statusCode())
                .isEqualTo(413);
        assertThat(send("record=c-1", "application/x-www-form-urlencoded").statusCode())
                .isEqualTo(415);
        assertThat(send("{}", "text/plain").statusCode()).isEqualTo(415);
        assertThat(BOOK.reviews).isEmpty();
    }

    @Test
    void tellsWhatTheReviewsShow() throws Exception {
        review("ann", SECOND, "accept");
        review("bob", SECOND, "reject");
        review("ann", KEPT, "accept");

        JsonNode figures = json(send("/api/v1/reviews"));
        assertThat(figures.path("asked").asInt()).isEqualTo(3);
        assertThat(figures.path("done").asInt()).isEqualTo(1);
        assertThat(figures.at("/outcomes/ACCEPT").asInt()).isEqualTo(1);
        assertThat(figures.at("/agreement/records").asInt()).isEqualTo(1);
        assertThat(figures.at("/agreement/share").asDouble()).isZero();
        assertThat(figures.path("sample").asInt()).isEqualTo(1);
        assertThat(figures.path("badShareBound").asDouble()).isEqualTo(0.95, within(1e-9));
    }

    /** What comes after the last is nothing. */
    private void giveBack(String reviewer) throws Exception {
        assertThat(next(reviewer, id(KEPT)).statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> review(String reviewer, Verified verified, String outcome) throws Exception {
        return post(Map.of("reviewer", reviewer, "outcome", outcome, "record", id(verified), "reason", "a reason"));
    }

    private HttpResponse<String> next(String reviewer, String after) throws Exception {
        String query = "reviewer=" + URLEncoder.encode(reviewer, StandardCharsets.UTF_8);
        return send("/api/v1/reviews/next?" + (after.isEmpty() ? query : query + "&after=" + after));
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = server.getURI().resolve(path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> post(Map<String, String> body) throws IOException, InterruptedException {
        return send(JsonMapper.builder().build().writeValueAsString(body), "application/json");
    }

    private HttpResponse<String> send(String body, String type) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(server.getURI().resolve("/api/v1/reviews"))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Map<String, String> with(Map<String, String> body, String name, String value) {
        var changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JsonMapper.builder().build().readTree(response.body());
    }

    private static Verified open(String seedId) {
        return Samples.verified(seedId, "42", VerdictKind.UNDECIDED, "CHECK_TIMEOUT");
    }

    private static String id(Verified verified) {
        return verified.getCandidate().getId();
    }

    private static LineageSource.Located located(Verified verified) {
        var evaluator = new Evaluator(new SplitShares(1, 0, 0), List.of(), Samples.PRODUCER);
        return new LineageSource.Located(
                evaluator.evaluate(
                        verified,
                        Ruling.onOthers(verified),
                        Exposure.NONE,
                        new Coordinates("verified", 3, 33L),
                        Samples.CREATED),
                new Coordinates("evaluated", 4, 44L),
                null,
                List.of(),
                null,
                null);
    }
}
