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
import io.millrace.verifier.code.ReferenceRuns.Reference;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs a Python program against the tests of its task. */
public final class PythonCode implements Check {

    private static final int REFERENCE_RUNS = 10_000;
    private static final int MAX_TESTS_LENGTH = 1 << 20;
    private static final int REFERENCE_ALLOWANCE = 4;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

    private final Sandbox sandbox;
    private final Limits defaults;
    private final ReferenceRuns references;

    /**
     * Judges in a sandbox that the caller closes.
     *
     * @param defaults limits of tasks that name none
     */
    public PythonCode(Sandbox sandbox, Limits defaults) {
        this.sandbox = sandbox;
        this.defaults = defaults;
        references = new ReferenceRuns(sandbox, REFERENCE_RUNS);
    }

    @Override
    public String name() {
        return "python-tests";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public String configHash() {
        return Hash.of(ProgramExtractor.VERSION, defaults.toString());
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        CodeTask task = candidate.getTask().getCode();
        return task != null && task.getLanguage().equals("python");
    }

    @Override
    public Verdict apply(Candidate candidate) {
        if (sandbox.state() instanceof SandboxState.Refused refused) {
            return new Verdict.Unsupported(
                    Reason.UNSUPPORTED_LANGUAGE, Evidence.of("python cannot be run: " + refused.why()));
        }
        CodeTask task = Objects.requireNonNull(candidate.getTask().getCode());
        if (!IDENTIFIER.matcher(task.getEntryPoint()).matches()
                || task.getTests().length() > MAX_TESTS_LENGTH) {
            return new Verdict.Unsupported(
                    Reason.INVALID_TASK, Evidence.of("the entry point is no identifier, or the tests are too long"));
        }
        String message = candidate.getMessages().getLast().getContent();
        Optional<Extracted> program = ProgramExtractor.extract(message, task.getEntryPoint());
        if (program.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of("no Python program that defines " + task.getEntryPoint()));
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

    private Verdict judge(CodeTask task, Extracted program) throws SandboxException, InterruptedException {
        CodeLimits asked = task.getLimits();
        Limits limits = limits(asked, defaults.cpu());
        String helpers = "";
        String solution = task.getReferenceSolution();
        if (solution != null) {
            Limits generous = limits(null, Limits.MAX_CPU);
            Reference reference = references.of(new Job(solution, task.getTests(), task.getEntryPoint(), "", generous));
            if (reference.run().reason() != Reason.ACCEPTED) {
                return ofBadReference(reference.run());
            }
            helpers = reference.helpers();
            Duration allowance = reference.run().usage().cpu().multipliedBy(REFERENCE_ALLOWANCE);
            limits = limits(asked, Collections.max(List.of(allowance, defaults.cpu())));
        }
        Job job = new Job(program.program(), task.getTests(), task.getEntryPoint(), helpers, limits);
        return verdict(sandbox.run(job), program);
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

    private static Verdict ofBadReference(Run reference) {
        Evidence evidence = evidence(reference, "the reference solution: " + reference.text(), null);
        return switch (reference.reason()) {
            case UNSUPPORTED_TASK, UNSUPPORTED_VALUE -> new Verdict.Unsupported(Reason.UNSUPPORTED_TASK, evidence);
            case WALL_LIMIT -> new Verdict.Errored(Reason.SANDBOX_ERROR, evidence);
            default -> new Verdict.Unsupported(Reason.INVALID_TASK, evidence);
        };
    }

    private static Verdict verdict(Run run, Extracted program) {
        Extraction extraction =
                new Extraction(program.program(), "python-program", ProgramExtractor.VERSION, program.rule());
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
            score = (double) run.passed() / run.total();
        }
        return new Evidence(text, extraction, run.isolation(), score, measurements);
    }
}
