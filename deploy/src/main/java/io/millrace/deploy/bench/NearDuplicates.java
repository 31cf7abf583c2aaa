package io.millrace.deploy.bench;

import io.millrace.evaluator.dedup.BandIndex;
import io.millrace.evaluator.dedup.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/** How many near duplicates are found among planted ones, and how fast, beside comparing with all that is kept. */
final class NearDuplicates {

    private static final double NEAR = 0.8;
    private static final int WARM_UP = 20_000;
    private static final int COMPARED_WITH_ALL = 40;

    private final PlantedExchanges planted;
    private final BandIndex index = new BandIndex();
    private final List<Fingerprint> kept = new ArrayList<>();
    private final int different;
    private int near;
    private int found;
    private int dropped;

    /** @param different how many are kept before copies come */
    NearDuplicates(int different) {
        this.different = different;
        this.planted = new PlantedExchanges(different);
    }

    List<Measured> measure(int copies) {
        for (int number = 0; number < different; number++) {
            keep(fingerprint(planted.exchange(number)));
        }
        decide(different, WARM_UP);
        near = found = dropped = 0;
        long nanos = decide(different + WARM_UP, copies);
        double rate = copies / (nanos / 1e9);
        return List.of(
                new Measured("near duplicates, on the heap", "records/CPU-s", rate, "exact against all", againstAll()),
                new Measured("found of the near", "%", 100.0 * found / near, "what is wanted", 99),
                new Measured("near of the dropped", "%", 100.0 * found / dropped, "what is wanted", 100));
    }

    /** The processor time that it took, without making and checking the texts. */
    private long decide(int first, int count) {
        long nanos = 0;
        for (int number = first; number < first + count; number++) {
            PlantedExchanges.Exchange exchange = planted.exchange(number);
            long start = CpuTime.nanos();
            int nearest = nearest(fingerprint(exchange));
            nanos += CpuTime.nanos() - start;
            boolean copy = exchange.original() != number;
            boolean isNear =
                    copy && PlantedExchanges.similarity(exchange, planted.exchange(exchange.original())) >= NEAR;
            near += isNear ? 1 : 0;
            dropped += nearest >= 0 ? 1 : 0;
            found += isNear && nearest == exchange.original() ? 1 : 0;
        }
        return nanos;
    }

    private int nearest(Fingerprint fingerprint) {
        int nearest = -1;
        double most = NEAR;
        for (int number : index.neighbours(fingerprint)) {
            double similarity = kept.get(number).similarity(fingerprint);
            if (similarity >= most) {
                nearest = number;
                most = similarity;
            }
        }
        return nearest;
    }

    private double againstAll() {
        long nanos = CpuTime.nanosOf(() -> {
            for (int number = different; number < different + COMPARED_WITH_ALL; number++) {
                Fingerprint fingerprint = fingerprint(planted.exchange(number));
                double nearest = kept.stream()
                        .mapToDouble(other -> other.similarity(fingerprint))
                        .max()
                        .orElse(0);
                if (nearest > 1) {
                    throw new IllegalStateException("nothing is more than the same");
                }
            }
        });
        return COMPARED_WITH_ALL / (nanos / 1e9);
    }

    private void keep(Fingerprint fingerprint) {
        index.add(fingerprint);
        kept.add(fingerprint);
    }

    private static Fingerprint fingerprint(PlantedExchanges.Exchange exchange) {
        return Fingerprint.of("bench", exchange.question(), exchange.answer());
    }
}
