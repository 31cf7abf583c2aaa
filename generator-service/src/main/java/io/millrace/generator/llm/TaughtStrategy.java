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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the samples of a seed by a technique and its teachers, all at the same time; one after the other where the seed has a budget,
 * because only then is known what is left.
 */
public final class TaughtStrategy implements Strategy {

    static final int MAX_SAMPLES = 256;
    private static final int FINGERPRINT = 12;

    private final Technique technique;
    private final Teachers teachers;
    private final String version;

    public TaughtStrategy(Technique technique, Teachers teachers) {
        this.technique = technique;
        this.teachers = teachers;
        this.version = "1-" + fingerprint(technique, teachers);
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
        var spending = new Spending(seed.getBudget());
        List<Callable<Sample>> work = new ArrayList<>(samples);
        for (int index = 0; index < samples; index++) {
            var interview = new Interview(teachers.choose(seed, index), spending, seed, index);
            work.add(() -> sample(seed, interview));
        }
        try (var threads = threads(spending)) {
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

    private static ExecutorService threads(Spending spending) {
        return spending.limited()
                ? Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())
                : Executors.newVirtualThreadPerTaskExecutor();
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

    private static String fingerprint(Technique technique, Teachers teachers) {
        return Hash.of(teachers.fingerprint(), technique.ingredients().hash()).substring(0, FINGERPRINT);
    }
}
