package io.millrace.verifier.constraint;

import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.ArrayList;
import java.util.List;

/** For each kind of constraint replies that follow it, and replies that only look as if they did. */
public final class ConstraintProbes implements ProbeSuite {

    private static final String ENGLISH =
            "The mill stands by the river, and every morning the miller opens the gate so that the water can turn the wheel.";
    private static final String GERMAN =
            "Die Mühle steht am Fluss, und jeden Morgen öffnet der Müller das Tor, damit das Wasser das Rad drehen kann.";

    private final List<Probe> probes = new ArrayList<>();

    public ConstraintProbes() {
        counts();
        layout();
        keywords();
        edges();
        languages();
    }

    @Override
    public String check() {
        return InstructionConstraints.NAME;
    }

    @Override
    public List<Probe> probes() {
        return List.copyOf(probes);
    }

    private void counts() {
        right("{'type':'words','exactly':5}", "well-known mills don't stop — 24/7");
        wrong("{'type':'words','exactly':5}", "one two three four", "one two three four five six", "1 2 3 4 - ! ?");
        wrong("{'type':'words','atLeast':5}", "a b c <!-- d e f g -->", "", "a.b.c.d.e", "-- -- -- -- --");
        right(
                "{'type':'sentences','exactly':2}",
                "It runs. It stops!",
                "He said \"no.\" Then he left.",
                "Is it 3.5? Yes.");
        wrong("{'type':'sentences','exactly':2}", "It runs.", "It runs. It stops. It rests.", "3.5.6");
        wrong("{'type':'sentences','atLeast':3}", "Dr. A. B. Miller came", "e.g. this", "Wait... what");
        right("{'type':'paragraphs','exactly':2}", "One.\nStill one.\n\n\nTwo.", "One.\n\n***\n\nTwo.");
        wrong("{'type':'paragraphs','exactly':2}", "One.\nTwo.", "One.\n\nTwo.\n\nThree.", "One.\n\n---\n\n***");
        right("{'type':'characters','atMost':3}", "abc", " äöü\n", "😀😀a");
        wrong("{'type':'characters','atMost':3}", "abcd");
    }

    private void layout() {
        right("{'type':'bullets','exactly':2}", "- a\n- b", "Two:\n* a\n  + b\nDone.");
        wrong(
                "{'type':'bullets','exactly':2}",
                "- a",
                "1. a\n2. b",
                "-a\n-b",
                "- a\n- b\n- c",
                "```\n- a\n- b\n```",
                "- \n- ");
        right("{'type':'headings','atLeast':1}", "# Mill\ntext");
        wrong("{'type':'headings','atLeast':1}", "#Mill", "Mill\n#", "```\n# Mill\n```", "####### Mill");
        right("{'type':'placeholders','exactly':2}", "Dear [name], yours, [sender]. See [here](x) and [ ].");
        wrong("{'type':'placeholders','exactly':2}", "Dear [name]", "[a](x) [b](y)", "[x] done [ ] open", "[[name]");
        right("{'type':'json'}", "{\"a\":1}", "```json\n[1]\n```");
        wrong(
                "{'type':'json'}",
                "{a:1}",
                "Here: {\"a\":1}",
                "{\"a\":1,\"a\":2}",
                "```json\n[1]\n```\n```json\n[2]\n```");
        right("{'type':'noCommas'}", "no pause here");
        wrong("{'type':'noCommas'}", "a, b", "a，b", "a، b");
        right("{'type':'quoted'}", "\"all of it\"", "“all of it”");
        wrong("{'type':'quoted'}", "\"part\" of it", "'all'", "\"\"");
    }

    private void keywords() {
        right("{'type':'contains','keyword':'mill'}", "The Mill.", "(mill)", "mill-stone", "a ｍｉｌｌ");
        wrong(
                "{'type':'contains','keyword':'mill'}",
                "The miller.",
                "windmill",
                "m i l l",
                "mi\nll",
                "<!-- mill -->the");
        right("{'type':'contains','keyword':'C++'}", "I like C++.", "c++");
        wrong("{'type':'contains','keyword':'C++'}", "I like C.", "C+ +");
        right("{'type':'contains','keyword':'water wheel','exactly':2}", "Water wheel! A water wheel.");
        wrong("{'type':'contains','keyword':'water wheel','exactly':2}", "water wheel", "water  wheel wheel water");
        right("{'type':'contains','keyword':'US','caseSensitive':true}", "the US");
        wrong("{'type':'contains','keyword':'US','caseSensitive':true}", "tell us");
        right("{'type':'excludes','keyword':'mill'}", "The miller.", "milk");
        wrong("{'type':'excludes','keyword':'mill'}", "A MILL", "a m\u200bill", "a ｍｉｌｌ", "mill", "a mi\u00adll");
    }

    private void edges() {
        right("{'type':'startsWith','text':'Dear'}", "Dear all", "\n Dear");
        wrong("{'type':'startsWith','text':'Dear'}", "dear all", "Oh Dear", "<!-- Dear -->all");
        right("{'type':'endsWith','text':'The end.'}", "x The end.\n");
        wrong("{'type':'endsWith','text':'The end.'}", "The end", "The end. Or not?");
        right("{'type':'case','is':'upper'}", "ALL OF IT, 100 %!", "ÄÖ");
        wrong("{'type':'case','is':'upper'}", "All", "ALL oF IT", "123");
        right("{'type':'case','is':'lower'}", "all of it", "straße 7");
        wrong("{'type':'case','is':'lower'}", "All of it", "123", "ñÑ");
    }

    private void languages() {
        right("{'type':'language','is':'de'}", GERMAN, GERMAN + "\n```\n" + ENGLISH + ENGLISH + "\n```");
        wrong(
                "{'type':'language','is':'de'}",
                ENGLISH,
                "Ja.",
                "Der " + ENGLISH,
                "12345",
                ENGLISH + "\n```\n" + GERMAN + "\n```");
        right("{'type':'language','is':'en-GB'}", ENGLISH);
        wrong("{'type':'language','is':'xx'}", ENGLISH);
    }

    private void right(String constraint, String... replies) {
        add(constraint, true, replies);
    }

    private void wrong(String constraint, String... replies) {
        add(constraint, false, replies);
    }

    private void add(String constraint, boolean right, String... replies) {
        for (String reply : replies) {
            String name = constraint.replaceAll("[^a-zA-Z+0-9]+", "-") + (right ? "right-" : "wrong-") + probes.size();
            probes.add(Probe.of(name, task(constraint.replace('\'', '"')), reply, right));
        }
    }

    static Task task(String... constraints) {
        Message question =
                Message.newBuilder().setRole("user").setContent("Write.").build();
        return Task.newBuilder()
                .setChat(ChatTask.newBuilder()
                        .setMessages(List.of(question))
                        .setConstraints(List.of(constraints))
                        .build())
                .build();
    }
}
