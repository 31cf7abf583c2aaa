package io.millrace.evaluator.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.dedup.Novelty;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Drop;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Verified;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    private static final Limits NONE = new Limits(0.8, null, 10, List.of());
    private static final Novelty FIRST = new Novelty.First();

    @Test
    void aRecordTooFarFromRealDataIsDropped() {
        var limits = new Limits(0.8, 2, 10, List.of());
        Census empty = new Census(List.of());

        assertThat(limits.onEligible(applicant(Samples.seedBuilder("s"), true, 2), FIRST, empty)
                        .reason())
                .isEqualTo("KEPT");
        assertThat(limits.onEligible(applicant(Samples.seedBuilder("s"), true, 3), FIRST, empty))
                .isEqualTo(Ruling.dropped("TOO_DEEP", new Drop("generation-depth", 3.0, 2.0, null)));
    }

    @Test
    void aShareIsTakenOfTheBaseUntilTheDatasetHoldsMore() {
        var limits = new Limits(0.8, null, 10, List.of(Cap.parse("domain/arithmetic=0.3")));
        Verified record = record(Samples.seedBuilder("s"), true, 1);
        Census census = census(limits, 3, record);

        assertThat(limits.onEligible(Applicant.of(record), FIRST, census))
                .isEqualTo(Ruling.dropped("OVER_CAP", new Drop("share of domain/arithmetic", 0.4, 0.3, null)));

        for (int other = 0; other < 11; other++) {
            census.add("sums", Traits.of(record(Samples.seedBuilder("s").setDomain("other"), true, 1)));
        }
        assertThat(limits.onEligible(Applicant.of(record), FIRST, census).decision())
                .isEqualTo(Decision.KEEP);
    }

    @Test
    void aStarCapsEachValueByItself() {
        var limits = new Limits(0.8, null, 10, List.of(Cap.parse("tag/*=0.2")));
        Verified tagged = record(Samples.seedBuilder("s").setTags(List.of("nurse", "nurse")), true, 1);
        Census census = census(limits, 2, tagged);

        assertThat(limits.onEligible(Applicant.of(tagged), FIRST, census).reason())
                .isEqualTo("OVER_CAP");
        assertThat(limits.onEligible(
                                applicant(Samples.seedBuilder("s").setTags(List.of("pilot")), true, 1), FIRST, census)
                        .reason())
                .isEqualTo("KEPT");
    }

    @Test
    void syntheticRecordsAreHeldToTheirShareAndRealOnesAreNot() {
        Limits limits = NONE.withSyntheticShare(0.1);
        Census census = census(limits, 1, record(Samples.seedBuilder("s"), true, 1));

        assertThat(limits.onEligible(applicant(Samples.seedBuilder("s"), true, 1), FIRST, census))
                .isEqualTo(Ruling.dropped("TOO_SYNTHETIC", new Drop("synthetic-share", 0.2, 0.1, null)));
        assertThat(limits.onEligible(applicant(Samples.seedBuilder("s"), false, 0), FIRST, census)
                        .reason())
                .isEqualTo("KEPT");
    }

    @Test
    void noCapIsEverExceededOnceTheDatasetIsAsLargeAsTheBase() {
        RandomGenerator random = new Random(3);
        var limits = new Limits(null, null, 50, List.of(Cap.parse("difficulty/*=0.25"), Cap.parse("domain/a=0.5")));
        var census = new Census(limits.caps());
        int[] kept = new int[6];
        int domain = 0;
        int all = 0;
        for (int number = 0; number < 5_000; number++) {
            int level = Math.min(random.nextInt(6), random.nextInt(6));
            boolean a = random.nextInt(3) > 0;
            Verified record =
                    record(Samples.seedBuilder("s").setDifficulty("" + level).setDomain(a ? "a" : "b"), true, 1);
            if (limits.onEligible(Applicant.of(record), FIRST, census).decision() == Decision.KEEP) {
                census.add("sums", Traits.of(record));
                kept[level]++;
                domain += a ? 1 : 0;
                all++;
                assertThat(kept[level]).isLessThanOrEqualTo((int) (0.25 * Math.max(50, all)));
                assertThat(domain).isLessThanOrEqualTo((int) (0.5 * Math.max(50, all)));
            }
        }
        assertThat(all).isGreaterThan(1_000);
    }

    @Test
    void aProtectedCaseIsOnlyDroppedForSayingTheSame() {
        var limits = new Limits(0.8, 0, 1, List.of(Cap.parse("domain/*=0"))).withSyntheticShare(0);
        Verified rare = record(Samples.seedBuilder("s").setProtectedCase(true), true, 9);
        Census census = new Census(limits.caps());

        assertThat(limits.onEligible(Applicant.of(rare), FIRST, census).decision())
                .isEqualTo(Decision.KEEP);
        assertThat(limits.onEligible(Applicant.of(rare), new Novelty.NearTo("c-1", 0.9), census)
                        .decision())
                .isEqualTo(Decision.KEEP);
        assertThat(limits.onEligible(Applicant.of(rare), new Novelty.DuplicateOf("c-1"), census)
                        .drop())
                .isEqualTo(new Drop("exact-duplicate", 1.0, 1.0, "c-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"domain=0.2", "domain/a=1.1", "colour/red=0.2", "domain/a=", "tag/x=-1", "synthetic/yes=0.5"})
    void refusesWhatIsNoCap(String text) {
        assertThatThrownBy(() -> Cap.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void refusesASimilarityThatNothingOrEverythingHas(double similarity) {
        assertThatThrownBy(() -> new Limits(similarity, null, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Census census(Limits limits, int times, Verified record) {
        var census = new Census(limits.caps());
        for (int time = 0; time < times; time++) {
            census.add("sums", Traits.of(record));
        }
        return census;
    }

    private static Applicant applicant(Seed.Builder seed, boolean synthetic, int depth) {
        return Applicant.of(record(seed, synthetic, depth));
    }

    private static Verified record(Seed.Builder seed, boolean synthetic, int depth) {
        Verified record = Samples.accepted("s", "42");
        Provenance provenance = Provenance.newBuilder(record.getProvenance())
                .setSynthetic(synthetic)
                .setGenerationDepth(depth)
                .build();
        return Verified.newBuilder(record)
                .setProvenance(provenance)
                .setCandidate(Samples.candidate(seed.build(), "42"))
                .build();
    }
}
