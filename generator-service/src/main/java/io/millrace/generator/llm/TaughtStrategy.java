package io.millrace.generator.llm;

import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.Strategy;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Seed;
import io.millrace.schemas.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the samples of a seed by a technique and a teacher, all at the same time. */
public final class TaughtStrategy implements Strategy {

    static final int MAX_SAMPLES = 256;
    private static final int FINGERPRINT = 12;

    private final Technique technique;
    private final Teacher teacher;
    private final String version;

    public TaughtStrategy(Technique technique, Teacher teacher) {
        this.technique = technique;
        this.teacher = teacher;
        this.version = "1-" + fingerprint(technique, teacher);
    }

    @Override
    public String name() {
        return technique.name();
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
        List<Callable<Sample>> work = new ArrayList<>(samples);
        for (int index = 0; index < samples; index++) {
            var interview = new Interview(teacher, seed, index);
            work.add(() -> sample(seed, interview));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Sample> made = new ArrayList<>(samples);
            for (Future<Sample> sample : threads.invokeAll(work)) {
                made.add(sample.get());
            }
            return made;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof UnusableSeedException unusable
                    ? unusable
                    : new IllegalStateException(failed.getCause());
        }
    }

    private Sample sample(Seed seed, Interview interview) throws InterruptedException {
        int index = interview.sampleIndex();
        try {
            return new Sample.Made(index, technique.draft(seed, interview));
        } catch (UnusableSeedException e) {
            throw e;
        } catch (ModelException e) {
            return new Sample.Failed(
                    index, e.errorClass(), String.valueOf(e.getMessage()), e.attempts(), e.replayable());
        } catch (UnusableAnswerException e) {
            return new Sample.Failed(index, e.errorClass(), String.valueOf(e.getMessage()), 1, true);
        } catch (RuntimeException e) {
            // A fault of ours must not cost the seed its other samples.
            return new Sample.Failed(index, e.getClass().getName(), "the teacher broke", 1, true);
        }
    }

    private static String fingerprint(Technique technique, Teacher teacher) {
        List<String> parts =
                new ArrayList<>(List.of(teacher.identity(), teacher.sampling().toString()));
        parts.addAll(technique.fingerprints());
        return Hash.of(parts).substring(0, FINGERPRINT);
    }
}
