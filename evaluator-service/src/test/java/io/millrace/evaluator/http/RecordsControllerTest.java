package io.millrace.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.millrace.evaluator.Samples;
import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.group.Comparison;
import io.millrace.evaluator.monitor.LineageSource;
import io.millrace.evaluator.monitor.ResultLedger;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.evaluator.policy.SplitShares;
import io.millrace.evaluator.score.AnswerLength;
import io.millrace.evaluator.stream.NotRunningException;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CandidateGroup;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Decision;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.MemberOutcome;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.RecipePlace;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.SeedGroups;
import io.millrace.schemas.Selection;
import io.millrace.schemas.Usage;
import io.millrace.schemas.Verified;
import io.millrace.schemas.Withdrawal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

@MicronautTest
class RecordsControllerTest {

    private static final Verified VERIFIED = asked(Samples.rejected("seed-1", "It is 41.\nAnswer: 41"));
    private static final String ID = VERIFIED.getCandidate().getId();
    private static final String SIBLING = "c-" + "5".repeat(32);
    private static final String STARTING = "c-" + "0".repeat(32);
    private static final String SLOW = "c-" + "1".repeat(32);

    private final EmbeddedServer server;

    RecordsControllerTest(EmbeddedServer server) {
        this.server = server;
    }

    /** Knows one record. */
    @MockBean(LineageSource.class)
    LineageSource source() {
        return id -> {
            if (id.equals(STARTING)) {
                throw new NotRunningException();
            }
            if (id.equals(SLOW)) {
                throw new TimeoutException("slow");
            }
            return id.equals(ID) ? Optional.of(located()) : Optional.empty();
        };
    }

    @Test
    void tellsTheWholePath() throws Exception {
        JsonNode record = json(get(ID));

        assertThat(record.path("path"))
                .extracting(step -> step.path("stage").asText())
                .containsExactly("seeds", "candidates", "verified", "evaluated");
        assertThat(record.path("path"))
                .extracting(step -> "%s/%d@%d"
                        .formatted(
                                step.path("topic").asText(),
                                step.path("partition").asInt(),
                                step.path("offset").asLong()))
                .containsExactly("seeds/2@22", "candidates/1@11", "verified/3@33", "evaluated/4@44");
        assertThat(record.path("path").get(1).path("commit").asText()).isEqualTo("0123abc");
    }

    @Test
    void tellsVerdictDecisionAndConversation() throws Exception {
        JsonNode record = json(get(ID));

        assertThat(record.path("verdict").asText()).isEqualTo("REJECTED");
        assertThat(record.path("reason").asText()).isEqualTo("WRONG_ANSWER");
        assertThat(record.path("decision").asText()).isEqualTo("DROP");
        assertThat(record.path("seed").path("domain").asText()).isEqualTo("arithmetic");
        assertThat(record.path("seed").path("recipe").path("cell").asText()).isEqualTo("*/1/en");
        assertThat(record.path("messages").get(1).path("content").asText()).endsWith("Answer: 41");
        assertThat(record.path("scores").get(0).path("dimension").asText()).isEqualTo("length");
        assertThat(StreamSupport.stream(record.spliterator(), false)).noneMatch(JsonNode::isNull);
    }

    @Test
    void tellsWhichVersionItWentInto() throws Exception {
        JsonNode version = json(get(ID)).path("version");

        assertThat(version.path("number").asInt()).isEqualTo(3);
        assertThat(version.path("directory").asText()).isEqualTo("sums/v00003");
        assertThat(version.path("event").asText()).isEqualTo("e3");
    }

    @Test
    void tellsWhatWasAskedOnTheWay() throws Exception {
        assertThat(json(get(ID)).path("earlierCalls")).singleElement().satisfies(call -> {
            assertThat(call.path("step").asText()).isEqualTo("problem");
            assertThat(call.path("model").path("returned").asText()).isEqualTo("large-1");
            assertThat(call.path("prompt").path("templateId").asText()).isEqualTo("invent");
            assertThat(call.path("usage").path("costMicros").asLong()).isEqualTo(7);
            assertThat(call.path("cached").asBoolean()).isTrue();
        });
    }

    @Test
    void tellsHowItWasChosenAndWhatAnotherSystemNotedOfIt() throws Exception {
        JsonNode record = json(get(ID));

        assertThat(record.path("selection").toString()).isEqualTo("{\"by\":\"majority\",\"answers\":5,\"agreeing\":4}");
        assertThat(record.path("foreign").path("id").asText()).isEqualTo("x-17");
    }

    @Test
    void tellsThatItWasWithdrawn() throws Exception {
        assertThat(json(get(ID)).path("withdrawn").toString())
                .isEqualTo("{\"reason\":\"it is wrong\",\"by\":\"somebody\",\"at\":\"2026-01-01T00:00:00Z\"}");
    }

    @Test
    void tellsWhatPeopleSaidOfIt() throws Exception {
        assertThat(json(get(ID)).path("reviews").toString())
                .isEqualTo(
                        "[{\"reviewer\":\"ann\",\"outcome\":\"REJECT\",\"reason\":\"no\",\"at\":\"2026-01-01T00:00:00Z\"}]");
    }

    @Test
    void tellsHowItComparesWithItsSiblings() throws Exception {
        JsonNode group = json(get(ID)).path("group");

        assertThat(group.path("passRate").asDouble()).isEqualTo(0.5);
        assertThat(group.path("scores").get(0).path("dimension").asText()).isEqualTo("difficulty");
        assertThat(group.path("best").asText()).isEqualTo(SIBLING);
        assertThat(group.path("rejectedFor").asText()).isEqualTo(SIBLING);
        assertThat(group.has("preferredTo")).isFalse();
        assertThat(group.path("siblings").toString())
                .isEqualTo("[{\"id\":\"%s\",\"outcome\":\"PASSED\",\"decision\":\"KEEP\",\"withdrawn\":false}]"
                        .formatted(SIBLING));
    }

    @Test
    void anyOfARecordsIdsFindsIt() throws Exception {
        assertThat(get(VERIFIED.getId()).statusCode()).isEqualTo(200);
        assertThat(get("e-" + ID.substring(2)).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownIdIsNotFound() throws Exception {
        HttpResponse<String> response = get("c-" + "f".repeat(32));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(json(response).path("detail").asText()).contains("No record");
    }

    @Test
    void whatIsNoIdIsRefusedAndNotRepeated() throws Exception {
        for (String id : List.of("c-1", "x".repeat(3_000), "%3Cscript%3E", "c-" + "F".repeat(32))) {
            HttpResponse<String> response = get(id);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).doesNotContain(id).doesNotContain("<script>");
        }
    }

    @Test
    void whatCannotBeToldNowIsWorthAnotherTry() throws Exception {
        assertThat(get(STARTING).statusCode()).isEqualTo(503);
        assertThat(get(SLOW).statusCode()).isEqualTo(503);
    }

    private static Verified asked(Verified verified) {
        EarlierCall call = EarlierCall.newBuilder()
                .setStep("problem")
                .setModel(new ModelRef("large", "large-1", "embedded"))
                .setPrompt(new PromptRef("invent", "1", "0", Map.of()))
                .setSampling(new Sampling(null, null, null, null))
                .setUsage(new Usage(1L, 2L, 7L, "1"))
                .setCached(true)
                .build();
        Candidate candidate = verified.getCandidate();
        var place = new RecipePlace("tutor", "*/1/en", "drills/1", "7ec1");
        return Verified.newBuilder(verified)
                .setCandidate(Candidate.newBuilder(candidate)
                        .setSeed(Seed.newBuilder(candidate.getSeed())
                                .setRecipe(place)
                                .build())
                        .setEarlierCalls(List.of(call))
                        .setSelection(new Selection("majority", 5, 4))
                        .setForeign(Map.of("id", "x-17"))
                        .build())
                .build();
    }

    private static LineageSource.Located located() {
        var evaluator = new Evaluator(new SplitShares(1, 0, 0), List.of(new AnswerLength()), Samples.PRODUCER);
        return new LineageSource.Located(
                evaluator.evaluate(
                        VERIFIED,
                        Ruling.onOthers(VERIFIED),
                        Exposure.NONE,
                        new Coordinates("verified", 3, 33L),
                        Samples.CREATED),
                new Coordinates("evaluated", 4, 44L),
                new Withdrawal("sums", List.of(), "it is wrong", "somebody", Samples.CREATED),
                List.of(Review.newBuilder()
                        .setRecord(ID)
                        .setReviewer("ann")
                        .setOutcome(ReviewOutcome.REJECT)
                        .setReason("no")
                        .setReviewedAt(Samples.CREATED)
                        .build()),
                Comparison.USUAL.of(groups()),
                new ResultLedger.Version("sums", 3, "e3", "sums/v00003", 9, "", List.of(), new TreeMap<>()));
    }

    private static SeedGroups groups() {
        GroupMember own = new GroupMember(ID, MemberOutcome.FAILED, Decision.DROP, 20, 0.0);
        GroupMember other = new GroupMember(SIBLING, MemberOutcome.PASSED, Decision.KEEP, 9, 1.0);
        return SeedGroups.newBuilder()
                .setDataset("sums")
                .setWithdrawn(List.of())
                .setGroups(List.of(CandidateGroup.newBuilder()
                        .setPrompt("p")
                        .setMembers(List.of(own, other))
                        .build()))
                .build();
    }

    private HttpResponse<String> get(String id) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = server.getURI().resolve("/api/v1/records/" + id + "/lineage");
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JsonMapper.builder().build().readTree(response.body());
    }
}
