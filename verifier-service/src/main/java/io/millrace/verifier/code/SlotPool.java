package io.millrace.verifier.code;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A sandbox of several slots for each language. Those for Python start at once, the others when they are first needed. */
public final class SlotPool implements Sandbox {

    private final SlotSettings settings;
    private final LauncherFiles files;
    private final Optional<ControlGroups> controlGroups = ControlGroups.delegated();
    private final SlotGroup python;
    private final Map<Language, Optional<ForeignRuntime>> runtimes = new ConcurrentHashMap<>();
    private final Map<Language, SlotGroup> foreign = new EnumMap<>(Language.class);

    /**
     * Starts slots, without waiting for them.
     *
     * @throws IOException if the slots' files cannot be written
     */
    public SlotPool(SlotSettings settings) throws IOException {
        this.settings = settings;
        files = new LauncherFiles();
        python = new SlotGroup(settings, files, controlGroups, List.of());
    }

    @Override
    public SandboxState state(Language language) {
        if (language == Language.PYTHON) {
            return python.state();
        }
        return runtime(language)
                .map(runtime -> group(language, runtime).state())
                .orElseGet(() -> new SandboxState.Refused("there is no usable runtime for " + language.label()));
    }

    @Override
    public int places() {
        return 2 * settings.slots();
    }

    /** What programs in a language would be run by, without starting anything for them; empty where it is missing. */
    public Optional<String> version(Language language) {
        if (language == Language.PYTHON) {
            return python.state() instanceof SandboxState.Ready ready
                    ? Optional.of(ready.interpreter())
                    : Optional.empty();
        }
        return runtime(language).map(ForeignRuntime::version);
    }

    @Override
    public Run run(Job job) throws SandboxException, InterruptedException {
        if (job.language() == Language.PYTHON) {
            return run(Examining.of(job));
        }
        ForeignRuntime runtime = runtime(job.language())
                .orElseThrow(() -> new SandboxException(job.language().label() + " cannot be run", null));
        return group(job.language(), runtime).run(Examining.of(job));
    }

    @Override
    public Optional<List<String>> mutants(String program, Limits limits) throws SandboxException, InterruptedException {
        return Optional.of(run(new Mutating(program, limits)));
    }

    /** Does the work in a slot for Python. */
    <T> T run(Work<T> work) throws SandboxException, InterruptedException {
        return python.run(work);
    }

    private Optional<ForeignRuntime> runtime(Language language) {
        return runtimes.computeIfAbsent(
                language,
                wanted -> wanted == Language.JAVA
                        ? ForeignRuntime.java(settings.java())
                        : ForeignRuntime.node(settings.node()));
    }

    private SlotGroup group(Language language, ForeignRuntime runtime) {
        synchronized (foreign) {
            return foreign.computeIfAbsent(
                    language,
                    wanted -> new SlotGroup(
                            settings,
                            files,
                            controlGroups,
                            List.of(
                                    wanted.label(),
                                    runtime.home().toString(),
                                    files.harness(wanted).toString(),
                                    runtime.version())));
        }
    }

    /** Ends the slots; runs under way fail. */
    @Override
    public void close() {
        python.close();
        synchronized (foreign) {
            foreign.values().forEach(SlotGroup::close);
        }
        files.close();
    }
}
