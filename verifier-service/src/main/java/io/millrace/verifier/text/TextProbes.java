package io.millrace.verifier.text;

import io.millrace.schemas.Task;
import io.millrace.schemas.TextPolicy;
import io.millrace.schemas.TextTask;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.ArrayList;
import java.util.List;

/** Texts that are the same under a policy, and texts that must stay apart under every policy. */
public final class TextProbes implements ProbeSuite {

    private static final TextPolicy EVERYTHING = new TextPolicy(true, true, true, true, true);

    private final List<Probe> probes = new ArrayList<>();

    public TextProbes() {
        same("Ada Lovelace", "ada lovelace", "Ada  Lovelace.", "ＡＤＡ Lovelace", "the Ada Lovelace", "\"Ada Lovelace\"");
        apart(
                "Ada Lovelace",
                "Ada",
                "Lovelace",
                "Ada Lovelace Byron",
                "Lovelace Ada",
                "AdaLovelace",
                "Ada-Lovelace",
                "");
        same("The Dutch mill", "dutch mill", "a Dutch mill!", "Dutch mill;");
        apart("The Dutch mill", "Dutch", "mill", "the mill", "Dutch miller", "Dutch mill or windmill");
        same("vitamin A", "Vitamin a", "the vitamin A");
        apart("vitamin A", "vitamin", "vitamin K", "A vitamin");
        same("5", "5.", " 5", "５");
        apart("5", "-5", "5!", ".5", "5²", "5½", "50", "5%", "$5", "5.0", "5/1");
        same("1.5", "1.5", "1.5.");
        apart("1.5", "15", "1,5", "1 5");
        same("C++", "c++");
        apart("C++", "C", "C#", "C+");
        same("Maße", "maße");
        apart("Maße", "Masse", "MASSE", "Mase");
        same("café", "cafe\u0301");
        apart("café", "cafe");
        apart("x", "y", "X Y", "x\u200b", "х");
        apart("yes", "no", "Yes or no", "not yes", "yes yes");
    }

    @Override
    public String check() {
        return NormalisedText.NAME;
    }

    @Override
    public List<Probe> probes() {
        return List.copyOf(probes);
    }

    private void same(String expected, String... answers) {
        add(expected, true, answers);
    }

    private void apart(String expected, String... answers) {
        add(expected, false, answers);
    }

    private void add(String expected, boolean right, String... answers) {
        for (String answer : answers) {
            String name = (right ? "same-as-" : "other-than-") + expected.replace(' ', '-') + "-" + probes.size();
            Task task = task(expected, EVERYTHING);
            probes.add(Probe.of(name, task, "I looked it up.\nAnswer: " + answer, right));
        }
    }

    static Task task(String expected, TextPolicy policy) {
        return Task.newBuilder()
                .setText(new TextTask("Which?", expected, policy))
                .build();
    }
}
