package io.millrace.generator;

import io.micronaut.context.ApplicationContext;
import io.millrace.generator.model.ModelListener;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.Strategies;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Seed;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.ModelRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The strategies of the generator as its settings make them, without Kafka. For one thread. */
final class Preview implements AutoCloseable {

    private static final Comparator<Exchange> IN_ORDER = Comparator.<Exchange>comparingInt(
                    exchange -> exchange.request().sampleIndex())
            .thenComparingInt(exchange -> exchange.request().question());

    private final Queue<Exchange> heard = new ConcurrentLinkedQueue<>();
    private final ApplicationContext context;
    private final Strategies strategies;

    private Preview(Map<String, Object> settings) {
        ModelListener listener = (request, completion) -> heard.add(new Exchange(request, completion));
        this.context = ApplicationContext.builder()
                .banner(false)
                .properties(settings)
                .singletons(listener)
                .start();
        this.strategies = context.getBean(Strategies.class);
    }

    /** A question to a model as it was put, and the answer. */
    record Exchange(ModelRequest request, Completion completion) {}

    /** What a seed's strategy makes of it, and what models were asked meanwhile. */
    record Glimpse(List<Exchange> exchanges, List<Sample> samples) {

        public Glimpse {
            exchanges = List.copyOf(exchanges);
            samples = List.copyOf(samples);
        }
    }

    /**
     * Begins.
     *
     * @param settings of the service, besides those in files and environment variables
     */
    static Preview open(Map<String, Object> settings) {
        return new Preview(settings);
    }

    /**
     * Makes the seed's samples.
     *
     * @throws UnusableSeedException if there is no such strategy, or it can make nothing of the seed
     */
    Glimpse of(Seed seed) throws InterruptedException {
        heard.clear();
        String name = seed.getStrategy().getName();
        List<Sample> samples = strategies
                .named(name)
                .orElseThrow(() -> new UnusableSeedException(
                        "there is no strategy \"%s\"; there are %s".formatted(name, strategies.names())))
                .make(seed);
        return new Glimpse(heard.stream().sorted(IN_ORDER).toList(), samples);
    }

    @Override
    public void close() {
        context.close();
    }
}
