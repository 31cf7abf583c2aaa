package io.millrace.deploy.recipe;

import io.millrace.deploy.intake.BadLine;
import io.millrace.schemas.Seed;
import java.util.List;

/** What a recipe would begin with. */
public sealed interface Preview {

    /** Its first seeds. */
    record Begun(List<Seed> seeds) implements Preview {

        public Begun {
            seeds = List.copyOf(seeds);
        }
    }

    /** It does not fit. */
    record Refused(List<BadLine> problems) implements Preview {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
