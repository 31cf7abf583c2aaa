package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.ExecutionService.End;
import io.millrace.verifier.code.ExecutionService.Execution;
import io.millrace.verifier.code.ExecutionService.SourceFile;
import io.millrace.verifier.code.ExecutionService.Submission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sandbox on another machine. Expected values never leave this process, so that a program there can forge its answers
 * but not its verdict; tests that only Python understands would have to, and are not run.
 */
public final class RemoteSandbox implements Sandbox {

    private static final String ISOLATION = "remote";
    private static final int CPU_LIMIT = 1;
    private static final List<String> DRIVER = List.of("remote", "program", "values", "wire");

    private final ExecutionService service;
    private final List<SourceFile> driver;

    /** Runs programs by a service. */
    public RemoteSandbox(ExecutionService service) throws IOException {
        this.service = service;
        List<SourceFile> files = new ArrayList<>();
        for (String module : DRIVER) {
            files.add(new SourceFile(module + ".py", source(module)));
        }
        driver = List.copyOf(files);
    }

    /** The slots' own modules, which there stand side by side. */
    private static String source(String module) throws IOException {
        String name = "millrace_slot/" + module + ".py";
        try (InputStream file = RemoteSandbox.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("from . import", "import").replace("from .values import", "from values import");
        }
    }

    @Override
    public SandboxState state(Language language) {
        if (language != Language.PYTHON) {
            return new SandboxState.Refused("the execution service is used for Python only");
        }
        return new SandboxState.Ready(ISOLATION, service.interpreter());
    }

    @Override
    public int places() {
        return service.places();
    }

    @Override
    public Run run(Job job) throws SandboxException, InterruptedException {
        Examining examining = Examining.of(job);
        if (examining.exam() instanceof Exam.Script) {
            return new Run(
                    Reason.UNSUPPORTED_TASK,
                    "tests of this shape would share a process with the program where it runs",
                    new Marks(""),
                    Run.Harness.SPLIT,
                    new Run.Usage(Duration.ZERO, Duration.ZERO, 0),
                    ISOLATION,
                    service.interpreter());
        }
        try {
            return examining.result(replies(examining), ISOLATION, service.interpreter());
        } catch (IOException failed) {
            throw new SandboxException("the execution service failed: " + failed.getMessage(), failed);
        }
    }

    private List<Reply> replies(Examining examining) throws IOException, SandboxException, InterruptedException {
        List<Reply> replies = new ArrayList<>();
        for (Errand errand : examining.errands()) {
            boolean command = errand.harness() == Run.Harness.STREAMS;
            Execution execution = service.execute(command ? command(errand) : calls(errand));
            if (execution.end() == End.OUT_OF_TIME) {
                // Whether the program slept or its machine was busy, nobody can tell from here.
                throw new SandboxException("the execution service ended a program that had CPU time left", null);
            }
            Reply reply = reply(errand, execution, command ? written(execution) : said(execution));
            replies.add(reply);
            if (examining.endsWith(reply)) {
                break;
            }
        }
        return replies;
    }

    private static Submission command(Errand errand) {
        String input = StandardCharsets.UTF_8.decode(errand.tests().duplicate()).toString();
        return new Submission(List.of(new SourceFile("candidate.py", errand.program())), input, errand.limits());
    }

    private Submission calls(Errand errand) {
        byte[] arguments = new byte[errand.tests().remaining()];
        errand.tests().duplicate().get(arguments);
        String input = Stream.of(
                        arguments,
                        errand.entryPoint().getBytes(StandardCharsets.UTF_8),
                        errand.program().getBytes(StandardCharsets.UTF_8))
                .map(Base64.getEncoder()::encodeToString)
                .reduce("", (lines, line) -> lines + line + "\n");
        return new Submission(driver, input, errand.limits());
    }

    /** As a slot would have it: nothing said, and all that was written. */
    private static ByteBuffer written(Execution execution) {
        byte[] output = execution.output().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + output.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .put(output)
                .flip();
    }

    /** The frames that the driver wrote, a line each; what is no frame ends them. */
    private static ByteBuffer said(Execution execution) {
        ByteBuffer frames = ByteBuffer.allocate(execution.output().length()).order(ByteOrder.LITTLE_ENDIAN);
        try {
            execution.output().lines().map(Base64.getDecoder()::decode).forEach(frames::put);
        } catch (IllegalArgumentException forged) {
            // The frames before it count.
        }
        return frames.flip();
    }

    private static Reply reply(Errand errand, Execution execution, ByteBuffer result) {
        int flags = execution.end() == End.OUT_OF_CPU_TIME ? CPU_LIMIT : 0;
        long kilobytes = execution.end() == End.OUT_OF_OUTPUT ? errand.limits().outputBytes() >> 10 : 0;
        return new Reply(
                flags,
                0,
                execution.signal(),
                execution.cpuMillis() * 1000,
                0,
                execution.memoryBytes() >> 10,
                kilobytes,
                result);
    }

    /** None can be made here. */
    @Override
    public Optional<List<String>> mutants(String program, Limits limits) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // The service is not ours to end.
    }
}
