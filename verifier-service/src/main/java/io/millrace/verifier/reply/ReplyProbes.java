package io.millrace.verifier.reply;

import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.List;
import java.util.stream.Stream;

/** Replies that are as they should be, and replies that break off, go in circles or change the language. */
public record ReplyProbes(String check, List<Probe> probes) implements ProbeSuite {

    private static final String GOOD =
            "The mill stands by the river. Every morning the miller opens the gate, so that the water can turn the wheel all day.";
    private static final String GERMAN =
            "Die Mühle steht am Fluss. Jeden Morgen öffnet der Müller das Tor, damit das Wasser den ganzen Tag das Rad drehen kann.";
    private static final String FRENCH =
            "Le moulin se trouve près de la rivière. Chaque matin le meunier ouvre la vanne pour que l'eau fasse tourner la roue.";

    public ReplyProbes {
        probes = List.copyOf(probes);
    }

    public static ReplyProbes ofCompleteness() {
        return new ReplyProbes(
                CompleteReply.NAME,
                List.of(
                        right("good", GOOD),
                        right("short", "Yes"),
                        right("list", GOOD + "\n- water\n- wheel"),
                        right("fence-at-the-end", GOOD + "\n```\nturn()\n```"),
                        right("address-at-the-end", GOOD + " See https://example.com/mill/"),
                        wrong("open-fence", GOOD + "\n```python\nturn("),
                        wrong("fence-closed-by-less", GOOD + "\n````\nturn()\n```"),
                        wrong("article-at-the-end", GOOD + " And in the evening he closes the"),
                        wrong("comma-at-the-end", GOOD + " And in the evening,"),
                        wrong("open-bracket-at-the-end", GOOD + " In the evening ("),
                        wrong("empty", " ")));
    }

    public static ReplyProbes ofRepetition() {
        return new ReplyProbes(
                Repetition.NAME,
                List.of(
                        right("good", GOOD),
                        right("twice", GOOD + "\n" + GOOD),
                        right(
                                "refrain",
                                Stream.of("one", "two", "three")
                                        .map(verse -> "Verse " + verse + " is new.\nTurn, mill, turn and turn.\n")
                                        .reduce("", String::concat)),
                        right("ruler", GOOD + "\n" + "-".repeat(500)),
                        right("table", "| a | b |\n" + "|---|---|\n" + "| 1 | 2 |\n".repeat(3)),
                        right("zeros-in-a-block", "```\n" + "0 ".repeat(500) + "\n```"),
                        right("zeros-in-json", "[" + "0,".repeat(500) + "0]"),
                        wrong("word", "The mill " + "turns ".repeat(40)),
                        wrong("sentence", "The mill turns and turns in the wind. ".repeat(6)),
                        wrong("paragraph-of-many-words", (GOOD + "\n\n").repeat(6)),
                        wrong(
                                "line-between-others",
                                Stream.of("a", "b", "c", "d", "e", "f")
                                        .map(other -> "The mill turns again.\n" + other + " is new.\n")
                                        .reduce("", String::concat)),
                        wrong("letters", "The mill " + "ha".repeat(200)),
                        wrong("without-blanks", "水車は回る".repeat(60)),
                        wrong("after-a-good-beginning", GOOD + " " + "and so on ".repeat(15))));
    }

    public static ReplyProbes ofLanguage() {
        return new ReplyProbes(
                ReplyLanguage.NAME,
                List.of(
                        right("good", GOOD),
                        right("short", "Oui."),
                        right("of-the-conversation", FRENCH),
                        right("code-in-it", GOOD + "\n```\n" + GERMAN + "\n```"),
                        right("keys", ("x".repeat(40) + " ").repeat(3)),
                        right("json", "{\"text\":\"" + GERMAN + "\"}"),
                        wrong("other", GERMAN),
                        wrong("other-behind-code", "```\n" + GOOD + "\n```\n" + GERMAN),
                        wrong(
                                "other-script",
                                "Мельница стоит у реки. Каждое утро мельник открывает ворота, чтобы вода могла вращать колесо весь день.")));
    }

    private static Probe right(String name, String reply) {
        return Probe.of(name, task(), reply, true);
    }

    private static Probe wrong(String name, String reply) {
        return Probe.of(name, task(), reply, false);
    }

    static Task task(String... constraints) {
        Message question = Message.newBuilder()
                .setRole("user")
                .setContent(
                        "Parlez-moi du moulin, s'il vous plaît, et dites-moi comment il fonctionne quand il y a peu d'eau dans la rivière.")
                .build();
        return Task.newBuilder()
                .setChat(ChatTask.newBuilder()
                        .setMessages(List.of(question))
                        .setConstraints(List.of(constraints))
                        .build())
                .build();
    }
}
