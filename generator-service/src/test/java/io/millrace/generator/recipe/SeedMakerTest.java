package io.millrace.generator.recipe;

import static io.millrace.generator.recipe.Recipes.cell;
import static io.millrace.generator.recipe.Recipes.recipe;
import static io.millrace.generator.recipe.Recipes.supply;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.FamilyItems;
import io.millrace.schemas.MaterialPlace;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.RecipePlace;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Supply;
import io.millrace.schemas.TestSeeds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeedMakerTest {

    private static final SeedMaker.Rows NO_ROWS = (name, place) -> Optional.empty();

    private final SeedMaker maker = new SeedMaker(new Producer("test", "1", "none", "none"));

    @Test
    void namesEveryItemOfAFamilyOnceAndTheSameOrderAgainTheSame() {
        Supply drills = supply("drills/2", 1, 100L)
                .setStrategy(new StrategyCall("rule", Map.of()))
                .setFamily(new FamilyItems("equations", 2, 10L, 3))
                .build();
        Recipe recipe = recipe(RecipeGoal.SEEDS, cell("equations/2", 9, drills)).build();
        var order = new Order(recipe.getCells().getFirst(), drills, 4, 2);

        Seed seed = maker.seed(recipe, order, NO_ROWS, Instant.EPOCH).orElseThrow();

        assertThat(seed.getStrategy().getParameters())
                .isEqualTo(Map.of("family", "equations", "level", "2", "index", "22"));
        assertThat(seed.getId()).isEqualTo("tutor/equations/2/drills/2/4");
        assertThat(seed.getSamples()).isEqualTo(2);
        assertThat(seed.getSubmission()).isEqualTo("submit-1");
        assertThat(seed.getDataset()).isEqualTo("algebra");
        assertThat(seed.getRecipe()).isEqualTo(new RecipePlace("tutor", "equations/2", "drills/2", "hash"));
        assertThat(maker.seed(recipe, order, NO_ROWS, Instant.EPOCH)).contains(seed);
    }

    @Test
    void givesARowTheRecipesStrategyAndLeavesItWhatItIs() {
        Supply school = supply("school", 1, null)
                .setMaterial(List.of(new MaterialPlace(0, 5L, 1)))
                .build();
        Recipe recipe = recipe(RecipeGoal.SEEDS, cell("any", 9, school))
                .setChecks("strict")
                .build();
        Seed row = TestSeeds.seed(TestSeeds.math()).setProtectedCase(true).build();
        SeedMaker.Rows rows = (name, place) -> Optional.of(row);

        Seed first = maker.seed(recipe, order(recipe, school, 0), rows, Instant.EPOCH)
                .orElseThrow();
        Seed again = maker.seed(recipe, order(recipe, school, 1), rows, Instant.EPOCH)
                .orElseThrow();

        assertThat(first.getTask()).isEqualTo(row.getTask());
        assertThat(first.getProtectedCase()).isTrue();
        assertThat(first.getProvenance()).isEqualTo(row.getProvenance());
        assertThat(first.getStrategy().getName()).isEqualTo("conversation");
        assertThat(first.getChecks()).isEqualTo("strict");
        assertThat(first.getId()).isEqualTo("tutor/school/seed-1");
        assertThat(again.getId()).isEqualTo("tutor/school/seed-1#1");
        assertThat(again.getRngKey()).isNotEqualTo(first.getRngKey());
        assertThat(maker.seed(recipe, order(recipe, school, 0), NO_ROWS, Instant.EPOCH))
                .isEmpty();
    }

    private static Order order(Recipe recipe, Supply supply, long item) {
        return new Order(recipe.getCells().getFirst(), supply, item, 1);
    }

    @Test
    void findsEveryRowOfItsPagesAndBeginsAgainBehindTheLast() {
        var firstPage = new MaterialPlace(0, 5L, 2);
        var secondPage = new MaterialPlace(3, 9L, 3);
        List<MaterialPlace> pages = List.of(firstPage, secondPage);

        assertThat(RowPlace.of(pages, 1)).isEqualTo(new RowPlace(firstPage, 1, 0));
        assertThat(RowPlace.of(pages, 2)).isEqualTo(new RowPlace(secondPage, 0, 0));
        assertThat(RowPlace.of(pages, 12)).isEqualTo(new RowPlace(secondPage, 0, 2));
    }
}
