package io.millrace.deploy.recipe;

import io.millrace.deploy.intake.BadLine;
import io.millrace.schemas.Recipe;
import java.util.List;

/** What became of a recipe that was handed in. */
public sealed interface Answer {

    /** It went in, with the rows of its sources. */
    record Taken(Recipe recipe, List<SourceCount> sources) implements Answer {

        public Taken {
            sources = List.copyOf(sources);
        }
    }

    /** It does not fit, and nothing of it went in. */
    record Refused(List<BadLine> problems, List<SourceCount> sources) implements Answer {

        public Refused {
            sources = List.copyOf(sources);
            problems = List.copyOf(problems);
        }
    }
}
