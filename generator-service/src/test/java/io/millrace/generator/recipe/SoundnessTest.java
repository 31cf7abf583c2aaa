package io.millrace.generator.recipe;

import static io.millrace.generator.recipe.Recipes.cell;
import static io.millrace.generator.recipe.Recipes.endless;
import static io.millrace.generator.recipe.Recipes.recipe;
import static io.millrace.generator.recipe.Recipes.supply;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.FamilyItems;
import io.millrace.schemas.MaterialPlace;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.Supply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SoundnessTest {

    @Test
    void lacksNothingWhereAllNumbersAreInTheirRanges() {
        assertThat(sound(endless())).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatWouldNeverEndOrCannotBeWorkedOut(Supply supply) {
        assertThat(sound(supply)).isFalse();
    }

    static List<Supply> refusesWhatWouldNeverEndOrCannotBeWorkedOut() {
        return List.of(
                supply("talk", 1, null).setSamples(0).build(),
                supply("talk", Double.NaN, null).build(),
                supply("talk", -1, null).build(),
                supply("drills", 1, 9L)
                        .setFamily(new FamilyItems("equations", 1, 0L, 0))
                        .build(),
                supply("rows", 1, 9L)
                        .setMaterial(List.of(new MaterialPlace(0, 5L, 0)))
                        .build());
    }

    private static boolean sound(Supply supply) {
        return Soundness.of(recipe(RecipeGoal.SEEDS, cell("any", 3, supply)).build());
    }
}
