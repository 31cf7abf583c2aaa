package io.millrace.evaluator.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.schemas.BenchmarkHit;
import io.millrace.schemas.BenchmarkItem;
import io.millrace.schemas.BenchmarkKey;
import io.millrace.schemas.BenchmarkMatch;
import io.millrace.schemas.BenchmarkPage;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Drop;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaksTest {

    private static final String ITEM =
            "Wendi feeds each of her chickens three cups of mixed feed that has seeds and mealworms in it";

    @TempDir
    Path stateDir;

    private TopologyRig rig;
    private TestInputTopic<String, Verified> verified;
    private TestInputTopic<String, BenchmarkPage> benchmarks;
    private TestOutputTopic<String, Evaluated> evaluated;

    @BeforeEach
    void start() {
        open(TopologyRig.watchlist(true));
    }

    @AfterEach
    void closeRig() {
        rig.close();
    }

    @Test
    void whatLeaksABenchmarkIsDroppedAndSaysWhichItem() {
        add("1", 0, 1, ITEM);
        pipe("seed-1", "It says: " + ITEM + ".");
        pipe("seed-2", "Something of its own.");

        assertThat(evaluated.readValue()).satisfies(leak -> {
            assertThat(leak.getDecision()).isEqualTo(Decision.DROP);
            assertThat(leak.getReason()).isEqualTo("CONTAMINATED");
            assertThat(leak.getDrop()).isEqualTo(new Drop("contamination", 18.0, 13.0, "farm/item-0"));
            assertThat(leak.getContamination()).containsExactly("farm");
            assertThat(leak.getBenchmarkHits())
                    .containsExactly(new BenchmarkHit("farm", "1", "item-0", BenchmarkMatch.RUN, 1.0, 18));
            assertThat(leak.getBenchmarks()).hasSize(64);
        });
        assertThat(evaluated.readRecord()).satisfies(clean -> {
            assertThat(clean.value().getDecision()).isEqualTo(Decision.KEEP);
            assertThat(clean.value().getBenchmarkHits()).isEmpty();
            assertThat(clean.value().getBenchmarks()).hasSize(64);
            assertThat(clean.headers()).isEmpty();
        });
    }

    @Test
    void whatIsSuspectIsKeptAndNotedButCountsAsNoContamination() {
        add("1", 0, 1, ITEM);
        pipe("seed-1", "He feeds each of her chickens three cups of rice.");

        assertThat(evaluated.readValue()).satisfies(suspect -> {
            assertThat(suspect.getDecision()).isEqualTo(Decision.KEEP);
            assertThat(suspect.getContamination()).isEmpty();
            assertThat(suspect.getBenchmarkHits())
                    .extracting(BenchmarkHit::getMatch)
                    .containsExactly(BenchmarkMatch.SUSPECT);
        });
        assertThat(contaminated()).isZero();
    }

    @Test
    void whatIsKeptThoughItLeaksCountsAsContamination() {
        closeRig();
        open(TopologyRig.watchlist(false));
        add("1", 0, 1, ITEM);
        pipe("seed-1", ITEM);

        assertThat(evaluated.readValue()).satisfies(leak -> {
            assertThat(leak.getDecision()).isEqualTo(Decision.KEEP);
            assertThat(leak.getContamination()).containsExactly("farm");
            assertThat(leak.getDrop()).isNull();
        });
        assertThat(contaminated()).isEqualTo(1);
    }

    @Test
    void aProtectedCaseMayNotLeakEither() {
        add("1", 0, 1, ITEM);
        Seed rare = Samples.seedBuilder("seed-1").setProtectedCase(true).build();
        verified.pipeInput(
                "seed-1",
                Verified.newBuilder(Samples.accepted("seed-1", ITEM))
                        .setCandidate(Samples.candidate(rare, ITEM))
                        .build());

        assertThat(evaluated.readValue().getReason()).isEqualTo("CONTAMINATED");
    }

    @Test
    void aLeakSaysMoreThanThatItIsADuplicateAndLessThanThatItCameAgain() {
        pipe("seed-1", ITEM);
        add("1", 0, 1, ITEM);
        pipe("seed-2", ITEM);
        pipe("seed-1", ITEM);

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getReason)
                .containsExactly("KEPT", "CONTAMINATED", "REPEATED");
    }

    @Test
    void aBenchmarkCountsOnceAllItsPagesAreThereAndUntilOneIsRemoved() {
        add("1", 0, 2, "Something else that is asked");
        pipe("seed-1", ITEM + " so");
        add("1", 1, 2, ITEM);
        pipe("seed-2", ITEM);
        benchmarks.pipeInput(BenchmarkKey.of("farm", "1", 1), null);
        pipe("seed-3", ITEM);

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getReason)
                .containsExactly("KEPT", "CONTAMINATED", "NEAR_DUPLICATE");
    }

    @Test
    void aNewProcessorHoldsWhatIsInTheStore() {
        add("1", 0, 1, ITEM);
        Watchlist watchlist = TopologyRig.watchlist(true);
        var context = new MockProcessorContext<Void, Void>();
        KeyValueStore<String, BenchmarkPage> store = rig.driver().getKeyValueStore(HoldBenchmarks.STORE);
        context.addStateStore(store);

        new HoldBenchmarks(watchlist).init(context);

        assertThat(watchlist.held().holds("farm", "1")).isTrue();
        assertThat(watchlist.held().items()).isEqualTo(1);
    }

    private void open(Watchlist watchlist) {
        rig = new TopologyRig(stateDir, watchlist);
        verified = rig.input(Topic.VERIFIED, rig.formats().verified());
        benchmarks = rig.input(Topic.BENCHMARKS, rig.formats().benchmark());
        evaluated = rig.output(Topic.EVALUATED, rig.formats().evaluated());
    }

    private void add(String version, int page, int pages, String text) {
        var item = new BenchmarkItem("item-" + page, List.of(text));
        var added = new BenchmarkPage("farm", version, page, pages, List.of(item), Samples.CREATED);
        benchmarks.pipeInput(BenchmarkKey.of(added), added);
    }

    private void pipe(String seedId, String answer) {
        verified.pipeInput(seedId, Samples.accepted(seedId, answer));
    }

    private long contaminated() {
        KeyValueStore<String, DatasetCut> ledgers = rig.driver().getKeyValueStore(KeepLedger.STORE);
        return requireNonNull(ledgers.get("sums").getFigures()).getContaminated();
    }
}
