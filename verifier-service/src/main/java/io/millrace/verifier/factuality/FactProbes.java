package io.millrace.verifier.factuality;

import io.millrace.schemas.ChatTask;
import io.millrace.schemas.FactualClaims;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.List;
import java.util.stream.Stream;

/** Claims about the chemical elements, for the table that comes with the program. */
public final class FactProbes implements ProbeSuite {

    private static final String GOLD = "{\"subject\":\"gold\",\"relation\":\"symbol\",\"value\":\"Au\"}";
    private static final String NUMBER = "{\"subject\":\"Gold\",\"relation\":\"atomic number\",\"value\":79}";

    private static final Task JSON = task(List.of());
    private static final Task SENTENCES = task(List.of("The {relation} of {subject} is {value}."));

    @Override
    public String check() {
        return ReferenceFacts.NAME;
    }

    @Override
    public List<Probe> probes() {
        return Stream.of(inJson(), notInForm(), inSentences())
                .flatMap(probes -> probes)
                .toList();
    }

    private static Stream<Probe> inJson() {
        return Stream.of(
                probe("true", JSON, true, "[" + GOLD + "," + NUMBER + "]"),
                probe("true-in-a-fence", JSON, true, "Here:\n```json\n[" + GOLD + "," + NUMBER + "]\n```"),
                probe("number-as-text", JSON, true, "[" + GOLD + "," + NUMBER.replace("79", "\"79.0\"") + "]"),
                probe("one-false", JSON, false, "[" + GOLD + "," + NUMBER.replace("79", "80") + "]"),
                probe("near-number", JSON, false, "[" + GOLD + "," + NUMBER.replace("79", "79.0001") + "]"),
                probe("exponent-in-a-text", JSON, false, "[" + GOLD + "," + NUMBER.replace("79", "\"7.9e1\"") + "]"),
                probe("value-of-another", JSON, false, "[" + GOLD.replace("Au", "Ag") + "," + NUMBER + "]"),
                probe("other-case", JSON, false, "[" + GOLD.replace("Au", "AU") + "," + NUMBER + "]"),
                probe("more-than-the-value", JSON, false, "[" + GOLD.replace("Au", "Au or Ag") + "," + NUMBER + "]"),
                probe("wildcard", JSON, false, "[" + GOLD.replace("Au", "%") + "," + NUMBER + "]"),
                probe("query-in-a-value", JSON, false, "[" + GOLD.replace("Au", "' OR '1'='1") + "," + NUMBER + "]"),
                probe(
                        "query-in-a-subject",
                        JSON,
                        false,
                        "[" + GOLD.replace("gold", "gold' OR 1=1 --") + "," + NUMBER + "]"),
                probe(
                        "unknown-subject",
                        JSON,
                        false,
                        "[" + GOLD + "," + NUMBER + "," + GOLD.replace("gold", "unobtainium") + "]"),
                probe(
                        "unknown-relation",
                        JSON,
                        false,
                        "[" + GOLD + "," + NUMBER.replace("atomic number", "colour") + "]"),
                probe("one-twice", JSON, false, "[" + GOLD + "," + GOLD.replace("gold", " gold ") + "]"),
                probe(
                        "about-something-else",
                        JSON,
                        false,
                        "[" + GOLD.replace("gold", "silver").replace("Au", "Ag") + ","
                                + NUMBER.replace("Gold", "silver").replace("79", "47") + "]"));
    }

    private static Stream<Probe> notInForm() {
        return Stream.of(
                probe("none", JSON, false, "[]"),
                probe("empty", JSON, false, ""),
                probe("one-object", JSON, false, GOLD),
                probe("prose", JSON, false, "The symbol of gold is Au."),
                probe("field-too-many", JSON, false, "[" + GOLD.replace("}", ",\"sure\":true}") + "," + NUMBER + "]"),
                probe(
                        "list-of-values",
                        JSON,
                        false,
                        "[" + GOLD.replace("\"Au\"", "[\"Au\",\"Ag\"]") + "," + NUMBER + "]"),
                probe("no-value", JSON, false, "[" + GOLD.replace("Au", "") + "," + NUMBER + "]"),
                probe("value-twice", JSON, false, "[" + GOLD.replace("}", ",\"value\":\"Ag\"}") + "," + NUMBER + "]"));
    }

    private static Stream<Probe> inSentences() {
        return Stream.of(
                probe("sentences", SENTENCES, true, "The symbol of gold is Au. The atomic number of gold is 79."),
                probe("lines", SENTENCES, true, "The symbol of gold is Au.\nThe atomic number of gold is 79.\n"),
                probe("false-sentence", SENTENCES, false, "The symbol of gold is Au. The atomic number of gold is 97."),
                probe("hedged", SENTENCES, false, "The symbol of gold is Au or Ag. The atomic number of gold is 79."),
                probe(
                        "a-sentence-of-no-template",
                        SENTENCES,
                        false,
                        "The symbol of gold is Au. The atomic number of gold is 79. It is a gas."),
                probe("too-few", SENTENCES, false, "The symbol of gold is Au."),
                probe("blank-place", SENTENCES, false, "The symbol of gold is Au. The atomic number of  is 79."));
    }

    private static Probe probe(String name, Task task, boolean right, String reply) {
        return Probe.of(name, task, reply, right);
    }

    static Task task(List<String> templates) {
        Message question = Message.newBuilder()
                .setRole("user")
                .setContent("Name two facts about gold.")
                .build();
        return Task.newBuilder()
                .setChat(ChatTask.newBuilder()
                        .setMessages(List.of(question))
                        .setClaims(new FactualClaims(templates, 2, List.of("gold")))
                        .build())
                .build();
    }
}
