package io.millrace.deploy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.BenchmarkItem;
import io.millrace.schemas.BenchmarkPage;
import io.millrace.schemas.Topic;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final int RECORD_BYTES = 1 << 20;

    /** Its class initialiser lets Avro make records. */
    @BeforeAll
    static void trust() {
        assertThat(Topic.BENCHMARKS.name()).isEqualTo("benchmarks");
    }

    @Test
    void everyItemIsOnOnePageAndEveryPageFitsIntoARecord() {
        List<BenchmarkItem> items = IntStream.range(0, 30)
                .mapToObj(number -> new BenchmarkItem("item-" + number, List.of("ä".repeat(number * 4_000))))
                .toList();

        List<BenchmarkPage> pages = Pages.of("b", "1", items, Instant.EPOCH);

        assertThat(pages.stream().flatMap(page -> page.getItems().stream()).toList())
                .isEqualTo(items);
        assertThat(pages).hasSizeGreaterThan(3).allSatisfy(page -> {
            assertThat(page.getPages()).isEqualTo(pages.size());
            assertThat(page.toByteBuffer().remaining()).isLessThan(RECORD_BYTES);
        });
        assertThat(pages)
                .extracting(BenchmarkPage::getPage)
                .containsExactlyElementsOf(
                        IntStream.range(0, pages.size()).boxed().toList());
    }

    @Test
    void aPageHasAThousandItemsAtMost() {
        List<BenchmarkItem> items = IntStream.range(0, 1_001)
                .mapToObj(number -> new BenchmarkItem("item-" + number, List.of("text")))
                .toList();

        assertThat(Pages.of("b", "1", items, Instant.EPOCH)).hasSize(2);
    }
}
