package io.millrace.deploy.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    @Test
    void showWhatAnotherSystemNotedOnALineEach() throws JsonProcessingException {
        assertThat(receipts("{\"foreign\":{\"id\":\"x-17\",\"note\":\"two\\nlines\\u001b[2J\"}}"))
                .contains("\n\nas its maker notes\n  id: x-17\n  note: two lines [2J\n\nchecks\n");
    }

    @Test
    void saySoOnlyWhereItNotedSomething() throws JsonProcessingException {
        assertThat(receipts("{\"foreign\":{}}")).doesNotContain("its maker");
        assertThat(receipts("{}")).doesNotContain("its maker");
    }

    private static String receipts(String lineage) throws JsonProcessingException {
        return Receipts.of(new ObjectMapper().readTree(lineage));
    }
}
