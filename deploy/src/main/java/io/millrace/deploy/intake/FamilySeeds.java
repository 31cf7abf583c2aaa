package io.millrace.deploy.intake;

import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Seeds of consecutive items of one level of a rule family.
 *
 * @param first index of the first item
 * @param count how many; there must be as many
 */
public record FamilySeeds(String family, int level, long first, long count, String strategy) {

    private static final String SOURCE = "millrace-families";
    private static final String LICENCE = "Apache-2.0";

    /** All of them, in order. An item that is asked for twice for one dataset is the same seed; for two datasets it is two. */
    public Stream<Seed> of(Submission submission) {
        return LongStream.range(first, first + count).mapToObj(index -> seed(index, submission));
    }

    private Seed seed(long index, Submission submission) {
        String name = "%s-%d-%d-%s".formatted(family, level, index, strategy);
        var item = Map.of("family", family, "level", Integer.toString(level), "index", Long.toString(index));
        return submission
                .seed(submission.dataset() + "/" + name, name, family, new StrategyCall(strategy, item), source())
                .setDifficulty(Integer.toString(level))
                .build();
    }

    /** Where the items of all families come from. */
    public static Source source() {
        return Source.newBuilder()
                .setName(SOURCE)
                .setLicence(LICENCE)
                .setReal(false)
                .build();
    }
}
