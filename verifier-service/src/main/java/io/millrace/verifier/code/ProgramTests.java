package io.millrace.verifier.code;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CodeLimits;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Hash;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.code.ProgramExtractor.Extracted;
import io.millrace.verifier.code.TaskProof.Claim;
import io.millrace.verifier.code.TaskProof.Proof;
import io.millrace.verifier.code.value.NotDataException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs a program of one language against the tests of its task. */
public final class ProgramTests implements Check {

    /** The share of faulty copies of a reference solution that generated tests must notice, where nothing else is set. */
    public static final double NOTICED_FAULTS = 0.5;

    private static final int PROOFS = 10_000;
    private static final int MAX_TESTS_LENGTH = 1 << 20;
    private static final int MAX_CASES = 200;
    private static final int REFERENCE_ALLOWANCE = 4;
    private static final int MAX_SHOWN_RESULTS = 200;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

    private final Language language;
    private final Sandbox sandbox;
    private final Limits defaults;
    private final double noticedFaults;
    private final TaskProofs proofs;

    /**
     * Judges in a sandbox that the caller closes.
     *
     * @param defaults limits of tasks that name none
     * @param noticedFaults the share of faulty copies of a reference solution that generated tests must notice
     */
    public ProgramTests(Language language, Sandbox sandbox, Limits defaults, double noticedFaults) {
        this.language = language;
        this.sandbox = sandbox;
        this.defaults = defaults;
        this.noticedFaults = noticedFaults;
        proofs = new TaskProofs(new TaskProof(sandbox, noticedFaults), PROOFS);
    }

    @Override
    public String name() {
        return nameFor(language);
    }

    /** What the check for a language is called, for instance "python-tests". */
    public static String nameFor(Language language) {
        return language.label() + "-tests";
    }

    @Override
    public String version() {
        return language == Language.PYTHON ? "3" : "1";
    }

    @Override
    public String configHash() {
        return Hash.of(ProgramExtractor.VERSION, defaults.toString(), Double.toString(noticedFaults));
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        CodeTask task = candidate.getTask().getCode();
        return task != null && Language.of(task.getLanguage()).equals(Optional.of(language));
    }

    @Override
    public OptionalInt places() {
        return OptionalInt.of(sandbox.places());
    }

    @Override
    public Verdict apply(Candidate candidate) {
        if (sandbox.state(language) instanceof SandboxState.Refused refused) {
            return new Verdict.Unsupported(
                    Reason.UNSUPPORTED_LANGUAGE, Evidence.of(language.label() + " cannot be run: " + refused.why()));
        }
        CodeTask task = Objects.requireNonNull(candidate.getTask().getCode());
        Optional<String> fault = fault(task);
        if (fault.isPresent()) {
            return new Verdict.Unsupported(Reason.INVALID_TASK, Evidence.of(fault.get()));
        }
        if (task.getGeneratedTests() && language != Language.PYTHON) {
            return new Verdict.Unsupported(
                    Reason.UNSUPPORTED_TASK, Evidence.of("generated tests are tried on faulty Python programs only"));
        }
        String message = candidate.getMessages().getLast().getContent();
        boolean command = !task.getCases().isEmpty();
        Optional<Extracted> program = command
                ? ProgramExtractor.extractCommand(message, language)
                : ProgramExtractor.extract(message, language, task.getEntryPoint());
        if (program.isEmpty()) {
            String wanted =
                    "no " + language.label() + " program" + (command ? "" : " that defines " + task.getEntryPoint());
            return new Verdict.Unparseable(Evidence.of(wanted));
        }
        try {
            return judge(task, program.get());
        } catch (SandboxException failed) {
            return new Verdict.Errored(Reason.SANDBOX_ERROR, Evidence.of(String.valueOf(failed.getMessage())));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Verdict.Errored(Reason.SANDBOX_ERROR, Evidence.of("interrupted"));
        }
    }

    /** What is wrong with a task that nothing was run of. */
    private Optional<String> fault(CodeTask task) {
        if (task.getCases().isEmpty()) {
            boolean fit = IDENTIFIER.matcher(task.getEntryPoint()).matches()
                    && task.getTests().length() <= MAX_TESTS_LENGTH;
            return fit
                    ? faultOfTests(task)
                    : Optional.of("the entry point is no identifier, or the tests are too long");
        }
        int length = task.getCases().stream()
                .mapToInt(each -> each.getInput().length() + each.getOutput().length())
                .sum();
        if (!task.getTests().isBlank() || task.getCases().size() > MAX_CASES || length > MAX_TESTS_LENGTH) {
            return Optional.of("the task has tests beside its cases, or too many cases, or too long ones");
        }
        return Optional.empty();
    }

    private Optional<String> faultOfTests(CodeTask task) {
        if (language == Language.PYTHON) {
            return Optional.empty();
        }
        try {
            Exam.Examples.of(language, task.getTests());
            return Optional.empty();
        } catch (NotDataException unfit) {
            return Optional.of("the tests are no lines of arguments and expected values: " + unfit.getMessage());
        }
    }

    private Verdict judge(CodeTask task, Extracted program) throws SandboxException, InterruptedException {
        CodeLimits asked = task.getLimits();
        Job job = job(task, program.program(), limits(asked, defaults.cpu()));
        String solution = task.getReferenceSolution();
        if (solution != null) {
            Claim claim = new Claim(
                    job(task, solution, limits(null, Limits.MAX_CPU)),
                    Optional.ofNullable(task.getBuggySource()),
                    task.getGeneratedTests());
            Proof proof = proofs.of(claim);
            if (!proof.holds()) {
                return ofBadTask(proof);
            }
            Duration allowance = proof.run().usage().cpu().multipliedBy(REFERENCE_ALLOWANCE);
            Limits limits = limits(asked, Collections.max(List.of(allowance, defaults.cpu())));
            job = job.helpedBy(proof.helpers()).within(limits);
        } else if (task.getGeneratedTests() || task.getBuggySource() != null) {
            return new Verdict.Unsupported(
                    Reason.INVALID_TASK, Evidence.of("there is no reference solution to prove the tests by"));
        }
        return verdict(sandbox.run(job), program);
    }

    private Job job(CodeTask task, String program, Limits limits) {
        List<Case> cases = task.getCases().stream()
                .map(each -> new Case(each.getInput(), each.getOutput()))
                .toList();
        return new Job(language, program, task.getTests(), task.getEntryPoint(), "", limits, cases);
    }

    /** The limits that a task asks for, and else the defaults with this much CPU time. */
    private Limits limits(@Nullable CodeLimits asked, Duration cpu) {
        if (asked == null) {
            return new Limits(cpu, defaults.memoryBytes(), defaults.outputBytes());
        }
        return new Limits(
                asked.getCpuMillis() == null ? cpu : Duration.ofMillis(asked.getCpuMillis()),
                Objects.requireNonNullElse(asked.getMemoryBytes(), defaults.memoryBytes()),
                Objects.requireNonNullElse(asked.getOutputBytes(), defaults.outputBytes()));
    }

    private static Verdict ofBadTask(Proof proof) {
        Run reference = proof.run();
        String what = proof.fault().orElseGet(() -> "the reference solution: " + reference.text());
        Evidence evidence = evidence(reference, what, null);
        return switch (reference.reason()) {
            case UNSUPPORTED_TASK, UNSUPPORTED_VALUE -> new Verdict.Unsupported(Reason.UNSUPPORTED_TASK, evidence);
            case WALL_LIMIT -> new Verdict.Errored(Reason.SANDBOX_ERROR, evidence);
            default -> new Verdict.Unsupported(Reason.INVALID_TASK, evidence);
        };
    }

    private Verdict verdict(Run run, Extracted program) {
        Extraction extraction = new Extraction(
                program.program(), language.label() + "-program", ProgramExtractor.VERSION, program.rule());
        Evidence evidence = evidence(run, run.text(), extraction);
        return switch (run.reason()) {
            case ACCEPTED -> new Verdict.Pass(evidence);
            case INVALID_TASK, UNSUPPORTED_TASK -> new Verdict.Unsupported(run.reason(), evidence);
            // A message without a fence that is no program was never meant as one.
            case COMPILE_ERROR ->
                program.rule().equals(ProgramExtractor.WHOLE)
                        ? new Verdict.Unparseable(evidence)
                        : new Verdict.Fail(run.reason(), evidence);
            default -> new Verdict.Fail(run.reason(), evidence);
        };
    }

    private static Evidence evidence(Run run, String text, @Nullable Extraction extraction) {
        Map<String, String> measurements = new HashMap<>();
        measurements.put("cpuMicros", Long.toString(run.usage().cpu().toNanos() / 1000));
        measurements.put("wallMicros", Long.toString(run.usage().wall().toNanos() / 1000));
        measurements.put("maxRssKb", Long.toString(run.usage().maxRssKb()));
        measurements.put("interpreter", run.interpreter());
        measurements.put("harness", run.harness().label());
        Double score = null;
        if (run.total() > 0) {
            measurements.put("assertionsPassed", Integer.toString(run.passed()));
            measurements.put("assertions", Integer.toString(run.total()));
            measurements.put("assertionResults", run.marks().first(MAX_SHOWN_RESULTS));
            score = (double) run.passed() / run.total();
        }
        return new Evidence(text, extraction, run.isolation(), score, measurements);
    }
}
