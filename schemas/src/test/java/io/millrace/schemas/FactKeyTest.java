package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactKeyTest {

    @Test
    void isTheSameWhateverTheCaseTheBlanksAndTheFormOfLetters() {
        assertThat(FactKey.of(" Zu\u0308rich", "number \n of  People"))
                .isEqualTo(FactKey.of("ZÜRICH", "Number of people"));
    }

    @Test
    void doesNotTakeAPartOfTheSubjectForTheRelation() {
        assertThat(FactKey.of("gold leaf", "colour")).isNotEqualTo(FactKey.of("gold", "leaf colour"));
        assertThat(FactKey.of("gold\tleaf", "colour")).isNotEqualTo(FactKey.of("gold", "leaf\tcolour"));
    }

    @Test
    void beginsWithItsSubject() {
        Fact fact = new Fact("Gold", "symbol", List.of("Au"), null);

        assertThat(FactKey.of(fact)).startsWith(FactKey.about("gold")).doesNotStartWith(FactKey.about("go"));
    }
}
