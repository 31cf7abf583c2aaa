package io.millrace.deploy.recipe;

import io.millrace.deploy.intake.BadLine;
import java.util.List;
import java.util.function.Function;

/** What was made of a recipe that was handed in. */
public sealed interface Answer<T> {

    /** It fits. */
    record Fit<T>(T value, List<SourceCount> sources) implements Answer<T> {

        public Fit {
            sources = List.copyOf(sources);
        }

        @Override
        public <U> Answer<U> map(Function<T, U> next) {
            return new Fit<>(next.apply(value), sources);
        }
    }

    /** It does not fit, and nothing of it went in. */
    record Refused<T>(List<BadLine> problems, List<SourceCount> sources) implements Answer<T> {

        public Refused {
            sources = List.copyOf(sources);
            problems = List.copyOf(problems);
        }

        @Override
        public <U> Answer<U> map(Function<T, U> next) {
            return new Refused<>(problems, sources);
        }
    }

    /** The same with what follows, if it fits. */
    <U> Answer<U> map(Function<T, U> next);
}
