package io.millrace.generator.rule;

import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Seeds that name items of families. */
final class FamilySeeds {

    private FamilySeeds() {}

    static Seed.Builder seed(Map<String, String> parameters) {
        return Seed.newBuilder()
                .setId("seed-" + parameters)
                .setProvenance(provenance())
                .setSubmission("test")
                .setDataset("test")
                .setDomain("rules")
                .setStrategy(new StrategyCall("rule", parameters))
                .setSource(new Source("rules", null, null, null, false))
                .setSplit(Split.TRAIN)
                .setRngKey(7);
    }

    static Seed.Builder seed(String family, int level, long index) {
        return seed(Map.of("family", family, "level", Integer.toString(level), "index", Long.toString(index)));
    }

    private static Provenance provenance() {
        return Provenance.newBuilder()
                .setContentHash("")
                .setParentIds(List.of())
                .setProducer(new Producer("test", "1", "none", "none"))
                .setCreatedAt(Instant.EPOCH)
                .setSynthetic(true)
                .setGenerationDepth(1)
                .build();
    }
}
