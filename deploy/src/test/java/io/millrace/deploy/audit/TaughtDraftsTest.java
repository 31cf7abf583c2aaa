package io.millrace.deploy.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.api.ApiCalls;
import io.millrace.generator.bestof.BestOfN;
import io.millrace.generator.chatbot.ChatbotTests;
import io.millrace.generator.codetests.CodeTests;
import io.millrace.generator.conversation.Conversation;
import io.millrace.generator.distillation.Distillation;
import io.millrace.generator.extraction.StructuredExtraction;
import io.millrace.generator.grounded.GroundedQa;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.repair.BugRepair;
import io.millrace.generator.safety.SafetyPair;
import io.millrace.schemas.Seed;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.model.ModelRequest;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strategies make of a teacher's answers, judged as the verifier judges it. */
class TaughtDraftsTest extends DraftJudgement {

    private static final String DOCUMENTS = """
            "prompt":"-","kind":"chat","reference":{"documents":[{"id":"policy","text":\
            "# 3 Returns\\n## 3.1 Period\\nA customer may return goods within 30 days of delivery."}]}""";

    @Test
    void judgesAnswersToQuestionsAboutDocuments() throws Exception {
        Seed seed = seed(DOCUMENTS, "grounded-qa", "{\"unanswerable\":\"0\"}");
        String question = "{\"question\":\"How long may I return it?\",\"quote\":\"goods within 30 days of delivery\"}";

        assertThat(verdict(new GroundedQa(), seed, question, "30 days: \"within 30 days of delivery\" [policy §3.1]."))
                .isEqualTo(VerdictKind.ACCEPTED);
        assertThat(verdict(new GroundedQa(), seed, question, "90 days: \"within 90 days of delivery\" [policy §3.1]."))
                .isEqualTo(VerdictKind.REJECTED);
        assertThat(verdict(new GroundedQa(), seed, question, "The documents do not say."))
                .isEqualTo(VerdictKind.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "pl"})
    void judgesAnswersToQuestionsThatDocumentsLeaveOpen(String language) throws Exception {
        Seed seed = Seed.newBuilder(seed(DOCUMENTS, "grounded-qa", "{\"unanswerable\":\"1\"}"))
                .setLanguage(language)
                .build();
        String question = "{\"question\":\"May I return it to a shop?\"}";

        assertThat(verdict(new GroundedQa(), seed, request -> question, TaughtDraftsTest::silence, 0))
                .isEqualTo(VerdictKind.ACCEPTED);
        assertThat(verdict(new GroundedQa(), seed, question, "Yes: \"within 30 days of delivery\" [policy §3.1]."))
                .isEqualTo(VerdictKind.REJECTED);
    }

    private static String silence(ModelRequest request) {
        return found("with nothing else: (.*)", request);
    }

    @Test
    void judgesTheLastReplyOfAConversation() throws Exception {
        Seed seed = seed("\"language\":\"en\"", "conversation", "{\"domain\":\"renting bicycles\",\"turns\":\"2\"}");
        Function<ModelRequest, String> turns = request -> "This is " + request.step() + ".";
        String reply = "You can bring the bicycle back until eight in the evening, and if you are late we will charge "
                + "you one more hour, so please call us before.";

        assertThat(verdict(new Conversation(), seed, turns, request -> reply, 0))
                .isEqualTo(VerdictKind.ACCEPTED);
        assertThat(verdict(new Conversation(), seed, turns, request -> "Until eight.", 0))
                .isEqualTo(VerdictKind.REJECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unlock door; open door | ACCEPTED",
                "unlock door; open door; open door | REJECTED",
                "open door; unlock door | REJECTED",
                "unlock window; open door | REJECTED",
                "unlock door; kick door | REJECTED",
                "unlock door; break door | REJECTED",
                "'' | REJECTED"
            })
    void judgesPlannedCallsOfTools(String plan, VerdictKind verdict) throws Exception {
        Seed seed = seed("""
                "kind":"tool","prompt":"Open the door, in at most 2 calls.","reference":{"world":{"door":{"locked":true}},\
                "tools":[{"name":"unlock","parameters":{"type":"object","required":["what"]},\
                "effects":[{"op":"set","path":"/{what}/locked","value":false}]},\
                {"name":"open","parameters":{"type":"object"},"preconditions":[{"op":"equals","path":"/{what}/locked",\
                "value":false}],"effects":[{"op":"set","path":"/{what}/open","value":true}]},\
                {"name":"break","parameters":{"type":"object"},"effects":[{"op":"set","path":"/{what}/open","value":true}]}],\
                "goal":{"conditions":[{"op":"equals","path":"/door/open","value":true}],"forbiddenTools":["break"],"maxCalls":2}}""", "distillation", "{}");
        String calls = Pattern.compile("(\\w+) (\\w+)(?:; )?")
                .matcher(plan)
                .replaceAll("{\"tool\":\"$1\",\"arguments\":{\"what\":\"$2\"}},");
        String answer = "These do it.\n```json\n[%s]\n```".formatted(calls.replaceFirst(",$", ""));

        assertThat(verdict(new Distillation(given -> requireNonNull(given.getTask())), seed, "", answer))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"42,42.0,41,ACCEPTED", "41,42,41,REJECTED"})
    void judgesWhatMostAnswersComeTo(String first, String second, String third, VerdictKind verdict) throws Exception {
        Seed seed = seed(
                "\"kind\":\"math\",\"prompt\":\"6 * 7?\",\"reference\":{\"answer\":\"42\"}",
                "best-of-n",
                "{\"answers\":\"3\"}");
        List<String> answers = List.of(first, second, third);

        assertThat(verdict(
                        new BestOfN(given -> requireNonNull(given.getTask())),
                        seed,
                        request -> "Answer: " + answers.get(request.question()),
                        0))
                .isEqualTo(verdict);
    }

    @Test
    void judgesHowRequestsAreHandled() throws Exception {
        Seed seed = seed("\"samples\":3", "safety-pair", "{\"topic\":\"locks\"}");
        String refusal = "I can't help with that. I'm happy to help with something else.";
        String answer = "Ask a locksmith first. They look at the lock, tell you what it will cost, and open it in most "
                + "cases within minutes, without any damage to the door or to the frame around it.";

        assertThat(handled(seed, 2, refusal)).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(handled(seed, 2, answer)).isEqualTo(VerdictKind.REJECTED);
        assertThat(handled(seed, 0, refusal)).isEqualTo(VerdictKind.REJECTED);
        assertThat(handled(seed, 0, answer)).as("only a judge can accept it").isEqualTo(VerdictKind.UNDECIDED);
    }

    private VerdictKind handled(Seed seed, int sample, String reply) throws Exception {
        Function<ModelRequest, String> teacher = request -> request.step().equals("classify")
                ? "{\"kind\":\"%s\"}"
                        .formatted(
                                List.of("allowed", "borderline", "disallowed").get(request.sampleIndex()))
                : "{\"request\":\"What about this lock?\"}";
        return verdict(new SafetyPair(), seed, teacher, request -> reply, sample);
    }

    @Test
    void judgesRepliesOfAChatbot() throws Exception {
        Seed seed = seed("\"language\":\"en\"", "chatbot-tests", "{\"purpose\":\"Breakfast is from 7 to 10.\"}");
        String test = "{\"query\":\"when is brekfast?\",\"constraints\":[{\"type\":\"contains\",\"keyword\":\"7\"},"
                + "{\"type\":\"excludes\",\"keyword\":\"noon\"}],\"rubric\":%s}";
        String right = "From 7 to 10.";

        assertThat(verdict(new ChatbotTests(), seed, test.formatted("null"), right))
                .isEqualTo(VerdictKind.ACCEPTED);
        assertThat(verdict(new ChatbotTests(), seed, test.formatted("null"), "From 8 to noon."))
                .isEqualTo(VerdictKind.REJECTED);
        assertThat(verdict(new ChatbotTests(), seed, test.formatted("\"It is friendly.\""), right))
                .as("only a judge can accept it")
                .isEqualTo(VerdictKind.UNDECIDED);
    }

    @Test
    void judgesRepairsAndProvesThatThereIsSomethingToRepair() throws Exception {
        Seed seed = seed("""
                "prompt":"Find the largest number.","kind":"code","reference":{"language":"python","entryPoint":"top",\
                "tests":"assert top([3, 1]) == 3\\nassert top([1, 2]) == 2","solution":"def top(n):\\n    return max(n)"}""", "bug-repair", "{}");
        String right = "```python\ndef top(n):\n    return max(n)\n```";
        String wrong = "```python\ndef top(n):\n    return min(n)\n```";
        String faulty = "{\"program\":\"def top(n):\\n    return max(n[1:])\"}";
        String harmless = "{\"program\":\"def top(n):\\n    return max(n[:])\"}";

        assertThat(verdict(new BugRepair(), seed, faulty, right)).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(verdict(new BugRepair(), seed, faulty, wrong)).isEqualTo(VerdictKind.REJECTED);
        assertThat(verdict(new BugRepair(), seed, harmless, right)).isEqualTo(VerdictKind.UNDECIDED);
    }

    @Test
    void judgesProgramsByTestsThatTheReferenceSolutionProves() throws Exception {
        Seed seed = seed("""
                "prompt":"Add one.","kind":"code","reference":{"language":"python","entryPoint":"f",\
                "tests":"assert f(7) == 8","solution":"def f(n):\\n    return n + 1"}""", "code-tests", "{}");
        String tests = "{\"tests\":[\"assert f(1) == 2\",\"assert f(0) == %d\",\"assert f(-5) == -4\"]}";
        String right = "```python\ndef f(n):\n    return 1 + n\n```";
        String wrong = "```python\ndef f(n):\n    return abs(n) + 1\n```";

        assertThat(verdict(new CodeTests(), seed, tests.formatted(1), right)).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(verdict(new CodeTests(), seed, tests.formatted(1), wrong)).isEqualTo(VerdictKind.REJECTED);
        assertThat(verdict(new CodeTests(), seed, tests.formatted(0), right)).isEqualTo(VerdictKind.UNDECIDED);
    }

    @Test
    void judgesWhatIsExtractedFromADocument() throws Exception {
        Seed seed = seed("""
                "prompt":"Extract the order.","kind":"structured","reference":{"schema":{"type":"object",\
                "properties":{"boxes":{"type":"integer"},"price":{"type":"number"}},"required":["boxes","price"]}}""", "structured-extraction", "{}");
        Function<ModelRequest, String> document = request -> "There are %s boxes, each for %s."
                .formatted(found("- boxes: (.*)", request), found("- price: (.*)", request));

        assertThat(verdict(new StructuredExtraction(), seed, document, request -> extracted(request, ""), 0))
                .isEqualTo(VerdictKind.ACCEPTED);
        assertThat(verdict(new StructuredExtraction(), seed, document, request -> extracted(request, "1"), 0))
                .isEqualTo(VerdictKind.REJECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'operation':'ship','arguments':{'boxes':N}} | ACCEPTED",
                "{'arguments':{'boxes':N},'operation':'ship'} | ACCEPTED",
                "{'operation':'ship','arguments':{'boxes':N1}} | REJECTED",
                "{'operation':'ship','arguments':{'boxes':'N'}} | REJECTED",
                "{'operation':'send','arguments':{'boxes':N}} | REJECTED",
                "{'operation':'ship','arguments':{'boxes':N,'fast':'yes'}} | REJECTED",
                "{'operation':'ship','boxes':N} | REJECTED"
            })
    void judgesCallsOfAnApi(String call, VerdictKind verdict) throws Exception {
        Seed seed = seed("\"samples\":1", "api-call", """
                {"operation":"{\\"name\\":\\"ship\\",\\"description\\":\\"Ships boxes.\\",\\"parameters\\":{\\"type\\":\\"object\\",\
                \\"properties\\":{\\"boxes\\":{\\"type\\":\\"integer\\"}}}}"}""");
        Function<ModelRequest, String> request = asked -> "Ship %s boxes.".formatted(found("- boxes: (.*)", asked));
        Function<ModelRequest, String> reply =
                asked -> call.replace('\'', '"').replace("N", found("Ship (.*) boxes", asked));

        assertThat(verdict(new ApiCalls(), seed, request, reply, 0)).isEqualTo(verdict);
    }

    private static String extracted(ModelRequest request, String more) {
        return "```json\n{\"boxes\":%s%s,\"price\":%s}\n```"
                .formatted(found("There are (.*) boxes", request), more, found("each for (.*)\\.", request));
    }

    private static String found(String pattern, ModelRequest request) {
        Matcher matcher =
                Pattern.compile(pattern).matcher(request.messages().getFirst().getContent());
        assertThat(matcher.find()).isTrue();
        return requireNonNull(matcher.group(1));
    }

    private VerdictKind verdict(Technique technique, Seed seed, String teacher, String reply) throws Exception {
        return verdict(technique, seed, request -> teacher, request -> reply, 0);
    }

    private VerdictKind verdict(
            Technique technique,
            Seed seed,
            Function<ModelRequest, String> teacher,
            Function<ModelRequest, String> solver,
            int sample)
            throws Exception {
        return verdict(
                technique,
                seed,
                request -> request.step().equals(ModelRequest.ANSWER) ? solver.apply(request) : teacher.apply(request),
                sample);
    }
}
