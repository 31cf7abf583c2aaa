package io.millrace.deploy.recipe;

import io.millrace.deploy.intake.BadLine;
import io.millrace.schemas.Recipe;
import java.util.List;

/** What became of a recipe that was handed in. */
public sealed interface Answer {

    /** It went in. */
    record Taken(Recipe recipe) implements Answer {}

    /** It does not fit, and nothing of it went in. */
    record Refused(List<BadLine> problems) implements Answer {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
