package io.millrace.verifier.grounding;

import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Document;
import io.millrace.schemas.Grounding;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replies out of a returns policy: quoted rightly, wrongly, from elsewhere, too little, and not at all. */
public final class GroundingProbes implements ProbeSuite {

    private static final String POLICY = """
            # 3 Returns
            Goods may be returned in their packaging.
            ## 3.1 Period
            A customer may return goods within   30 days
            of delivery. Late returns are not refunded.
            ## 3.2 Costs
            The customer pays for the way back.
            # 4 Gifts
            3 items at most count as one gift.
            """;

    private static final Task ANSWERABLE = task(new Grounding(true, List.of("policy §3.1")));
    private static final Task UNANSWERABLE = task(new Grounding(false, List.of()));

    private static final String QUOTE = "\"within 30 days of delivery\"";

    @Override
    public String check() {
        return PolicyGrounding.NAME;
    }

    @Override
    public List<Probe> probes() {
        return Stream.of(right(), misplaced(), unfounded(), silent(), notSilent())
                .flatMap(probes -> probes)
                .toList();
    }

    private static Stream<Probe> right() {
        return Stream.of(
                probe("marked", ANSWERABLE, true, "You have 30 days: " + QUOTE + " [policy §3.1]."),
                probe(
                        "typographic",
                        ANSWERABLE,
                        true,
                        "You have 30 days: “within 30 days\nof delivery” [policy §3.1]."),
                probe(
                        "two",
                        ANSWERABLE,
                        true,
                        QUOTE + " [policy §3.1], \"The customer pays for the way back.\" [policy §3.2]"),
                probe("short-one-beside", ANSWERABLE, true, QUOTE + " [policy §3.1]; \"Late returns\" [policy §3.1]"),
                probe("json", ANSWERABLE, true, """
                        {"answer":"30 days","citations":[{"quote":"within 30 days of delivery","document":"policy","section":"3.1"}]}"""),
                probe(
                        "quotes-the-question",
                        ANSWERABLE,
                        true,
                        "\"How long may I return goods?\" " + QUOTE + " [policy §3.1]"));
    }

    private static Stream<Probe> misplaced() {
        return Stream.of(
                probe("other-number", ANSWERABLE, false, "\"within 90 days of delivery\" [policy §3.1]"),
                probe("words-left-out", ANSWERABLE, false, "\"A customer may return goods of delivery\" [policy §3.1]"),
                probe("ellipsis", ANSWERABLE, false, "\"A customer may … of delivery\" [policy §3.1]"),
                probe("cut-word", ANSWERABLE, false, "\"ithin 30 days of deliver\" [policy §3.1]"),
                probe("other-section", ANSWERABLE, false, QUOTE + " [policy §3.2]"),
                probe("section-above", ANSWERABLE, false, QUOTE + " [policy §3]"),
                probe("no-section", ANSWERABLE, false, QUOTE + " [policy]"),
                probe(
                        "section-that-does-not-exist",
                        ANSWERABLE,
                        false,
                        QUOTE + " [policy §3.1] and " + QUOTE + " [policy §9]"),
                probe(
                        "line-that-only-begins-with-a-number",
                        ANSWERABLE,
                        false,
                        QUOTE + " [policy §3.1], see [policy §3.items]"),
                probe(
                        "document-that-does-not-exist",
                        ANSWERABLE,
                        false,
                        QUOTE + " [policy §3.1] " + QUOTE + " [terms §3.1]"),
                probe(
                        "joined-across-sections",
                        ANSWERABLE,
                        false,
                        "\"are not refunded. The customer pays\" [policy §3.1]"),
                probe("json-misquoted", ANSWERABLE, false, """
                        {"answer":"90 days","citations":[{"quote":"within 90 days of delivery","document":"policy","section":"3.1"}]}"""));
    }

    private static Stream<Probe> unfounded() {
        return Stream.of(
                probe("empty", ANSWERABLE, false, ""),
                probe("no-quotation", ANSWERABLE, false, "You have 30 days."),
                probe("place-without-quotation", ANSWERABLE, false, "You have 30 days [policy §3.1]."),
                probe("too-short", ANSWERABLE, false, "\"30 days\" [policy §3.1]"),
                probe("empty-quotation", ANSWERABLE, false, "\"\" [policy §3.1]"),
                probe("long-blank-quotation", ANSWERABLE, false, "\"                     \" [policy §3.1]"),
                probe(
                        "one-that-does-not-matter",
                        ANSWERABLE,
                        false,
                        "\"The customer pays for the way back.\" [policy §3.2]"),
                probe(
                        "invented-beside-a-true-one",
                        ANSWERABLE,
                        false,
                        QUOTE + " [policy §3.1]. It also says \"refunds take ten days at most\"."),
                probe("json-without-citations", ANSWERABLE, false, "{\"answer\":\"30 days\",\"citations\":[]}"),
                probe("json-of-another-form", ANSWERABLE, false, "{\"answer\":\"30 days\",\"citations\":\"policy\"}"),
                probe("says-that-it-does-not-say", ANSWERABLE, false, "The policy does not say how long."),
                probe("says-both", ANSWERABLE, false, "The policy does not say. But: " + QUOTE + " [policy §3.1]"));
    }

    private static Stream<Probe> silent() {
        return Stream.of(
                probe("silent", UNANSWERABLE, true, "The policy does not say."),
                probe(
                        "silent-about-something",
                        UNANSWERABLE,
                        true,
                        "The policy doesn’t mention whether refunds are paid in cash."),
                probe("silent-in-json", UNANSWERABLE, true, "{\"answer\":null,\"citations\":[]}"),
                probe(
                        "silent-with-a-quotation",
                        UNANSWERABLE,
                        true,
                        "The policy does not say. \"Late returns are not refunded.\" [policy §3.1]"));
    }

    private static Stream<Probe> notSilent() {
        return Stream.of(
                probe(
                        "answers-nevertheless",
                        UNANSWERABLE,
                        false,
                        "Yes. \"Late returns are not refunded.\" [policy §3.1]"),
                probe(
                        "does-not-say-otherwise",
                        UNANSWERABLE,
                        false,
                        "The policy does not say otherwise, so it is allowed."),
                probe("silent-and-then-not", UNANSWERABLE, false, "The policy does not say. Refunds are paid in cash."),
                probe(
                        "silent-but",
                        UNANSWERABLE,
                        false,
                        "The policy does not say whether in cash but it is always in cash"),
                probe("silent-later", UNANSWERABLE, false, "Refunds are paid in cash. The policy does not say."),
                probe(
                        "silent-with-a-false-quotation",
                        UNANSWERABLE,
                        false,
                        "The policy does not say. \"Refunds are paid in cash.\" [policy §3]"),
                probe("does-not-know", UNANSWERABLE, false, "I am not sure."),
                probe(
                        "null-with-an-answer-beside",
                        UNANSWERABLE,
                        false,
                        "```json\n{\"answer\":\"cash\",\"citations\":[]}\n```"));
    }

    private static Probe probe(String name, Task task, boolean right, String reply) {
        return Probe.of(name, task, reply, right);
    }

    static Task task(@Nullable Grounding grounding) {
        Message question = Message.newBuilder()
                .setRole("user")
                .setContent("How long may I return goods?")
                .build();
        return Task.newBuilder()
                .setChat(ChatTask.newBuilder()
                        .setMessages(List.of(question))
                        .setDocuments(List.of(new Document("policy", "Returns", POLICY)))
                        .setGrounding(grounding)
                        .build())
                .build();
    }
}
