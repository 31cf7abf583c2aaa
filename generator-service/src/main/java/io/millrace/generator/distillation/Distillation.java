package io.millrace.generator.distillation;

import io.millrace.generator.distillation.Prompts.Prompt;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.Strategy;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks a teacher model the seed's task, once for each sample and all at the same time. */
public final class Distillation implements Strategy {

    private static final int MAX_SAMPLES = 256;
    private static final int FINGERPRINT = 12;

    private final Teacher teacher;
    private final Function<Seed, Task> tasks;
    private final String version;

    /**
     * @param tasks finds the task of a seed, or throws an {@link UnusableSeedException}
     */
    public Distillation(Teacher teacher, Function<Seed, Task> tasks) {
        this.teacher = teacher;
        this.tasks = tasks;
        this.version = "1-" + fingerprint(teacher);
    }

    @Override
    public String name() {
        return "distillation";
    }

    /** Tells teachers, samplings and prompts apart. */
    @Override
    public String version() {
        return version;
    }

    @Override
    public List<Sample> make(Seed seed) throws InterruptedException {
        int samples = seed.getSamples();
        if (samples < 1 || samples > MAX_SAMPLES) {
            throw new UnusableSeedException("a teacher gives 1 to %d samples, not %d".formatted(MAX_SAMPLES, samples));
        }
        Task task = tasks.apply(seed);
        Prompt prompt = Prompts.prompt(task);
        List<Callable<Sample>> questions = new ArrayList<>(samples);
        for (int index = 0; index < samples; index++) {
            var request = new ModelRequest(seed, index, List.of(prompt.message()), teacher.sampling(index));
            questions.add(() -> sample(request, task, prompt));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(questions).stream().map(Future::resultNow).toList();
        }
    }

    private Sample sample(ModelRequest request, Task task, Prompt prompt) throws InterruptedException {
        int index = request.sampleIndex();
        try {
            Completion completion = teacher.model().complete(request);
            return new Sample.Made(index, draft(request, task, prompt, completion));
        } catch (ModelException e) {
            return new Sample.Failed(
                    index, e.errorClass(), String.valueOf(e.getMessage()), e.attempts(), e.replayable());
        } catch (RuntimeException e) {
            // A fault of ours must not cost the seed its other samples.
            return new Sample.Failed(index, e.getClass().getName(), "the teacher broke", 1, true);
        }
    }

    private static Draft draft(ModelRequest request, Task task, Prompt prompt, Completion completion) {
        var call = new Draft.ModelCall(
                completion.model(),
                prompt.receipt(),
                request.sampling(),
                completion.finishReason(),
                completion.usage(),
                completion.latencyMillis());
        return new Draft(task, List.of(prompt.message(), completion.answer()), call, completion.attempts());
    }

    private static String fingerprint(Teacher teacher) {
        List<String> parts =
                new ArrayList<>(List.of(teacher.identity(), teacher.sampling().toString()));
        Prompts.templates().forEach(template -> parts.add(template.hash()));
        return Hash.of(parts).substring(0, FINGERPRINT);
    }
}
