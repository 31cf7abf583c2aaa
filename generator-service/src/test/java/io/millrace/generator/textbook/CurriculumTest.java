package io.millrace.generator.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CurriculumTest {

    @Test
    void putsEveryConceptAfterAllThatItRequires() {
        Curriculum curriculum = new Textbook().curriculum();
        Set<String> learned = new HashSet<>();

        for (Concept concept : curriculum.concepts()) {
            assertThat(learned).containsAll(concept.requires());
            assertThat(curriculum.before(concept)).doesNotContain(concept);
            assertThat(concept.title()).isNotBlank();
            assertThat(concept.aim()).isNotBlank();
            learned.add(concept.id());
        }
        assertThat(learned).hasSizeGreaterThan(20);
    }

    @Test
    void keepsTheDeclaredOrderWhereItMay() {
        var curriculum = new Curriculum(List.of(concept("d", "c"), concept("b"), concept("c", "a", "b"), concept("a")));

        assertThat(curriculum.concepts()).extracting(Concept::id).containsExactly("b", "a", "c", "d");
        assertThat(curriculum.before(concept("d", "c"))).extracting(Concept::id).containsExactly("b", "a", "c");
        assertThat(curriculum.before(concept("b"))).isEmpty();
    }

    @Test
    void refusesCirclesStrangersAndTwins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curriculum(List.of(concept("a", "b"), concept("b", "c"), concept("c", "a"))))
                .withMessage("a is part of a circle, or requires something that is");
        assertThatIllegalArgumentException().isThrownBy(() -> new Curriculum(List.of(concept("a", "a"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Curriculum(List.of(concept("a", "b"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Curriculum(List.of(concept("a"), concept("a"))));
        assertThatIllegalArgumentException().isThrownBy(() -> Curriculum.read("concepts"));
    }

    private static Concept concept(String id, String... requires) {
        return new Concept(id, "title", "aim", List.of(requires));
    }
}
