package io.millrace.generator.rule.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.rule.item.Family;
import io.millrace.schemas.Split;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private final Family family = Calendar.family();

    /** Making an item fails where its two reckonings differ. */
    @Test
    void bothReckoningsAgreeOnDaysOfSixCenturies() {
        for (int index = 0; index < 20_000; index++) {
            assertThat(family.item(Split.TRAIN, 1, index).solution().answer()).endsWith("day");
            assertThat(family.item(Split.TRAIN, 4, index).solution().answer()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        }
    }
}
