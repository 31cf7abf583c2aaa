package io.millrace.deploy.recipe;

import io.millrace.deploy.material.RowSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where items come from. */
sealed interface Origin {

    /** Where the recipe says so. */
    int line();

    Techniques.Ground ground();

    /**
     * The items of some levels of a rule family.
     *
     * @param first index of the first item of each level
     */
    record OfFamily(int line, String family, List<Integer> levels, String domain, long first) implements Origin {

        public OfFamily {
            levels = List.copyOf(levels);
        }

        @Override
        public Techniques.Ground ground() {
            return Techniques.Ground.FAMILY;
        }
    }

    /**
     * Rows that are brought in with the recipe.
     *
     * @param passes how often they are gone through; null without end
     */
    record OfRows(int line, RowSource source, @Nullable Integer passes) implements Origin {

        @Override
        public Techniques.Ground ground() {
            return Techniques.Ground.ROWS;
        }
    }
}
