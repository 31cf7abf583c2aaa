package io.millrace.deploy.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    @Test
    void showWhatAnotherSystemNotedOnALineEach() throws JsonProcessingException {
        assertThat(receipts("{\"foreign\":{\"note\":\"two\\nlines\\u001b[2J\",\"id\":\"x-17\"}}"))
                .contains("\n\nas its maker notes\n  id: x-17\n  note: two lines [2J\n\nchecks\n");
    }

    @Test
    void saySoOnlyWhereItNotedSomething() throws JsonProcessingException {
        assertThat(receipts("{\"foreign\":{}}")).doesNotContain("its maker");
        assertThat(receipts("{}")).doesNotContain("its maker");
    }

    @Test
    void sayFromHowManyAnswersItWasChosen() throws JsonProcessingException {
        assertThat(receipts("{\"selection\":{\"by\":\"majority\",\"answers\":5,\"agreeing\":4}}"))
                .contains("\n  chosen by majority from 5 answers, of which 4 agree\n");
        assertThat(receipts("{\"selection\":{\"by\":\"ranking\",\"answers\":3}}"))
                .contains("\n  chosen by ranking from 3 answers\n");
        assertThat(receipts("{}")).doesNotContain("chosen");
    }

    @Test
    void sayWhichPartOfARecipeTheSeedWasMadeFor() throws JsonProcessingException {
        assertThat(receipts("{\"seed\":{\"recipe\":{\"name\":\"tutor\",\"cell\":\"*/1/en\",\"supply\":\"drills/1\"}}}"))
                .contains("\n  recipe tutor, cell */1/en, supply drills/1\n");
        assertThat(receipts("{}")).doesNotContain("recipe");
    }

    @Test
    void sayByWhichRuleItWasDroppedAndBecauseOfWhich() throws JsonProcessingException {
        assertThat(receipts(
                        "{\"drop\":{\"rule\":\"near-duplicate\",\"value\":0.9,\"threshold\":0.8,\"record\":\"c-1\"}}"))
                .contains("\n  dropped by near-duplicate: 0.9, threshold 0.8, because of c-1\n");
        assertThat(receipts("{\"nearest\":{\"id\":\"c-1\",\"similarity\":0.9}}"))
                .contains("\n  near to c-1: 0.9\n");
        assertThat(receipts("{}")).doesNotContain("dropped", "near to", "shares");
    }

    @Test
    void saysWhatIsSharedWithBenchmarks() throws JsonProcessingException {
        assertThat(receipts("""
                        {"benchmarkHits":[{"benchmark":"farm","version":"0123456789abcdef","item":"7","match":"RUN","run":18}]}""")).contains("\n  shares 18 words in a row with farm/7 of version 0123456789ab: RUN\n");
    }

    @Test
    void sayHowTheRecordComparesWithItsSiblings() throws JsonProcessingException {
        assertThat(receipts("""
                        {"id":"c-1","group":{"passRate":0.5,"best":"c-1","preferredTo":"c-2",
                         "scores":[{"dimension":"difficulty","scorer":"group-pass-rate","version":"1","value":0.5}],
                         "siblings":[{"id":"c-2","outcome":"FAILED","decision":"DROP","withdrawn":false}]}}""")).contains("""

                          one of 2 that were asked the same: pass rate 0.5, difficulty 0.5 by group-pass-rate/1
                          the best of them
                          preferred to c-2
                            sibling c-2: DROP, FAILED
                        """);
        assertThat(receipts("{}")).doesNotContain("asked the same");
    }

    @Test
    void sayWhatTheRecordWentInto() throws JsonProcessingException {
        assertThat(receipts("{\"version\":{\"number\":3,\"directory\":\"sums/v00003\",\"event\":\"e3\"}}"))
                .contains("\n  went into version 3, sums/v00003, told of by event e3\n");
        assertThat(receipts("{}")).doesNotContain("went into");
    }

    @Test
    void sayThatARecordIsWithdrawn() throws JsonProcessingException {
        assertThat(receipts("{\"withdrawn\":{\"reason\":\"wrong\",\"by\":\"me\",\"at\":\"2026-01-01T00:00:00Z\"}}"))
                .contains("\n  WITHDRAWN at 2026-01-01T00:00:00Z by me: wrong\n");
        assertThat(receipts("{}")).doesNotContain("WITHDRAWN");
    }

    private static String receipts(String lineage) throws JsonProcessingException {
        return Receipts.of(new ObjectMapper().readTree(lineage));
    }
}
