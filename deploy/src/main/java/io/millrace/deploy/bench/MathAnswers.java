package io.millrace.deploy.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import io.millrace.schemas.Candidate;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.math.MathAnswer;
import io.millrace.verifier.math.MathProbes;
import io.millrace.verifier.math.compare.AnswerPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** How often the check of mathematical answers is right on labelled pairs, how fast it is, and how long an input can keep it busy. */
public final class MathAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 4;
    /** What took longer is measured again. */
    private static final long LONG_NANOS = 2_000_000;

    private static final int MORE_TIMES = 4;
    private static final double MILLION = 1e6;

    private final Check check = new MathAnswer(AnswerPolicy.standard());

    /** The verdicts on one set of labelled pairs; those where reasonable graders differ are counted apart. */
    public record Accuracy(
            String set,
            int pairs,
            int right,
            int policyPairs,
            int policyRight,
            int wronglyAccepted,
            int notAccepted,
            List<String> disagreements) {

        public Accuracy {
            disagreements = List.copyOf(disagreements);
        }

        @JsonProperty
        public double percent() {
            return pairs == 0 ? 0 : 100.0 * right / pairs;
        }
    }

    /** The processor time that spoiled inputs took, in milliseconds. */
    public record Worst(int inputs, double median, double ninetyNinth, double longest) {}

    /** The project's own probes as labelled pairs. */
    public Accuracy probes() {
        return accuracy("probes", own());
    }

    /** Judges the pairs of a file, one JSON object a line. */
    public Accuracy accuracy(Path file) {
        return accuracy(String.valueOf(file.getFileName()), read(file));
    }

    /** Checks of a file's pairs in a second of processor time, once the machine is warm; of the probes where there is no file. */
    public double rate(List<Path> files) {
        List<AnswerPair> pairs = new ArrayList<>(files.isEmpty() ? own() : List.of());
        files.forEach(file -> pairs.addAll(read(file)));
        List<Candidate> candidates = pairs.stream().map(AnswerPair::candidate).toList();
        for (int round = 0; round < WARM_UP; round++) {
            candidates.forEach(check::apply);
        }
        long nanos = CpuTime.nanosOf(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                candidates.forEach(check::apply);
            }
        });
        return ROUNDS * candidates.size() / (nanos / 1e9);
    }

    /** Judges spoiled copies of the probes, other ones for another seed. */
    public Worst mutations(int inputs, long seed) {
        List<AnswerPair> own = own();
        var random = new Random(seed);
        var mutations = new AnswerMutations(random);
        own.forEach(pair -> check.apply(pair.candidate()));
        long[] nanos = new long[inputs];
        for (int at = 0; at < inputs; at++) {
            Candidate candidate =
                    mutations.spoiled(own.get(random.nextInt(own.size()))).candidate();
            nanos[at] = nanosOf(candidate);
        }
        Arrays.sort(nanos);
        return new Worst(
                inputs, nanos[inputs / 2] / MILLION, nanos[inputs * 99 / 100] / MILLION, nanos[inputs - 1] / MILLION);
    }

    /** The least of several times, since the first may have gone to the compiler or to memory that was reclaimed. */
    private long nanosOf(Candidate candidate) {
        long nanos = CpuTime.nanosOf(() -> check.apply(candidate));
        for (int time = 0; time < MORE_TIMES && nanos > LONG_NANOS; time++) {
            nanos = Math.min(nanos, CpuTime.nanosOf(() -> check.apply(candidate)));
        }
        return nanos;
    }

    private static List<AnswerPair> own() {
        return new MathProbes().probes().stream().map(AnswerPair::of).toList();
    }

    private static List<AnswerPair> read(Path file) {
        List<AnswerPair> pairs = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                pairs.add(JSON.readValue(line, AnswerPair.class));
            }
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
        return pairs;
    }

    private Accuracy accuracy(String set, List<AnswerPair> pairs) {
        int[] count = new int[2];
        int[] right = new int[2];
        int wronglyAccepted = 0;
        int notAccepted = 0;
        List<String> disagreements = new ArrayList<>();
        for (AnswerPair pair : pairs) {
            Verdict verdict = check.apply(pair.candidate());
            boolean accepted = verdict instanceof Verdict.Pass;
            int kind = pair.policy() ? 1 : 0;
            count[kind]++;
            right[kind] += accepted == pair.expected() ? 1 : 0;
            if (accepted != pair.expected()) {
                wronglyAccepted += accepted && !pair.policy() ? 1 : 0;
                notAccepted += accepted || pair.policy() ? 0 : 1;
                disagreements.add(disagreement(pair, verdict));
            }
        }
        return new Accuracy(set, count[0], right[0], count[1], right[1], wronglyAccepted, notAccepted, disagreements);
    }

    private static String disagreement(AnswerPair pair, Verdict verdict) {
        return "%s%s, %s: %s %s"
                .formatted(
                        pair.expected() ? "should be accepted" : "should not be accepted",
                        pair.policy() ? " (a matter of policy)" : "",
                        pair.source(),
                        verdict.reason(),
                        verdict.evidence().text());
    }
}
