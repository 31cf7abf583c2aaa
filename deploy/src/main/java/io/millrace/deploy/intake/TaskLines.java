package io.millrace.deploy.intake;

import io.millrace.schemas.ChatTask;
import io.millrace.schemas.CodeCase;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Document;
import io.millrace.schemas.FactualClaims;
import io.millrace.schemas.Grounding;
import io.millrace.schemas.Message;
import io.millrace.schemas.StructuredTask;
import io.millrace.schemas.Task;
import io.millrace.schemas.TextPolicy;
import io.millrace.schemas.TextTask;
import io.millrace.schemas.ToolTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what a seed's "reference" says of its task. What stands in the places of JSON is given as JSON, not as a text of it; each
 * part has the form that the task's record describes.
 *
 * <pre>
 * code        {"language":"python","entryPoint":"f","tests":"…","solution":"…"?,"buggySource":"…"?,"generatedTests":false?}
 *             or, for a program that reads and writes, "cases":[{"input":"…","output":"…"},…] in place of entry point and tests
 * text        {"answer":"…","policy":{"ignoreCase":true,…}?}
 * chat        {"constraints":[{…},…]?,"documents":[{"id":"…","title":"…"?,"text":"…"},…]?,
 *              "grounding":{"answerable":true?,"requiredCitations":["policy §3.1",…]?}?,
 *              "claims":{"templates":[…]?,"atLeast":1?,"subjects":[…]?}?,"expectedHandling":"refuse"?,"rubric":"…"?}
 * structured  {"schema":{…},"expected":…?}
 * tool        {"tools":[…],"world":{…},"goal":{…}}
 * </pre>
 */
final class TaskLines {

    private static final int MAX_CLAIMS = 200;

    /** The verifier takes no more. */
    private static final int MAX_CASES = 200;

    private TaskLines() {}

    static TextTask text(String prompt, Fields reference) throws UnfitException {
        Optional<Fields> policy = reference.optionalObject("policy");
        return new TextTask(prompt, reference.text("answer"), policy.isEmpty() ? null : policy(policy.get()));
    }

    private static TextPolicy policy(Fields policy) throws UnfitException {
        return TextPolicy.newBuilder()
                .setIgnoreCase(policy.flag("ignoreCase").orElse(false))
                .setIgnoreForm(policy.flag("ignoreForm").orElse(false))
                .setIgnoreWhiteSpace(policy.flag("ignoreWhiteSpace").orElse(false))
                .setIgnorePunctuation(policy.flag("ignorePunctuation").orElse(false))
                .setIgnoreArticles(policy.flag("ignoreArticles").orElse(false))
                .build();
    }

    static CodeTask code(String prompt, Fields reference) throws UnfitException {
        List<CodeCase> cases = cases(reference);
        Optional<String> solution = reference.optionalText("solution");
        Optional<String> buggySource = reference.optionalText("buggySource");
        boolean generated = reference.flag("generatedTests").orElse(false);
        if (solution.isEmpty() && (generated || buggySource.isPresent())) {
            throw new UnfitException(
                    "field 'reference.solution' is missing, and nothing else proves a repair or generated tests");
        }
        return CodeTask.newBuilder()
                .setProblem(prompt)
                .setLanguage(reference.name("language").toLowerCase(Locale.ROOT))
                .setEntryPoint(cases.isEmpty() ? reference.name("entryPoint") : "")
                .setTests(cases.isEmpty() ? reference.text("tests") : "")
                .setReferenceSolution(solution.orElse(null))
                .setCases(cases)
                .setBuggySource(buggySource.orElse(null))
                .setGeneratedTests(generated)
                .build();
    }

    private static List<CodeCase> cases(Fields reference) throws UnfitException {
        List<CodeCase> cases = new ArrayList<>();
        for (Fields each : reference.objects("cases")) {
            cases.add(new CodeCase(each.text("input"), each.text("output")));
        }
        if (cases.size() > MAX_CASES) {
            throw new UnfitException("field 'reference.cases' must have at most %d elements".formatted(MAX_CASES));
        }
        if (!cases.isEmpty()
                && (reference.optionalText("tests").isPresent()
                        || reference.optionalText("entryPoint").isPresent())) {
            throw new UnfitException("field 'reference.cases' cannot stand beside tests or an entry point");
        }
        return cases;
    }

    static StructuredTask structured(String prompt, Fields reference) throws UnfitException {
        return new StructuredTask(
                prompt,
                reference.json("schema"),
                reference.optionalJson("expected").orElse(null));
    }

    static ToolTask tool(String prompt, Fields reference) throws UnfitException {
        return new ToolTask(prompt, reference.json("tools"), reference.json("world"), reference.json("goal"));
    }

    static ChatTask chat(String prompt, Fields reference) throws UnfitException {
        Message question =
                Message.newBuilder().setRole("user").setContent(prompt).build();
        Optional<Fields> grounding = reference.optionalObject("grounding");
        Optional<Fields> claims = reference.optionalObject("claims");
        return ChatTask.newBuilder()
                .setMessages(List.of(question))
                .setRubric(reference.optionalText("rubric").orElse(null))
                .setConstraints(reference.jsons("constraints"))
                .setDocuments(documents(reference))
                .setGrounding(grounding.isEmpty() ? null : grounding(grounding.get()))
                .setClaims(claims.isEmpty() ? null : claims(claims.get()))
                .setExpectedHandling(reference.optionalName("expectedHandling").orElse(null))
                .build();
    }

    private static List<Document> documents(Fields reference) throws UnfitException {
        List<Document> documents = new ArrayList<>();
        for (Fields document : reference.objects("documents")) {
            String id = document.name("id");
            documents.add(new Document(id, document.optionalName("title").orElse(id), document.text("text")));
        }
        return documents;
    }

    private static Grounding grounding(Fields grounding) throws UnfitException {
        return new Grounding(grounding.flag("answerable").orElse(true), grounding.textList("requiredCitations"));
    }

    private static FactualClaims claims(Fields claims) throws UnfitException {
        return new FactualClaims(
                claims.textList("templates"), claims.number("atLeast", 1, 1, MAX_CLAIMS), claims.textList("subjects"));
    }

    /** What is put to whoever solves the task, where it is one of these. */
    static Optional<String> prompt(Task task) {
        if (task.getChat() != null) {
            return Optional.of(task.getChat().getMessages().getLast().getContent());
        }
        if (task.getStructured() != null) {
            return Optional.of(task.getStructured().getInstruction());
        }
        return Optional.ofNullable(task.getTool()).map(ToolTask::getInstruction);
    }
}
