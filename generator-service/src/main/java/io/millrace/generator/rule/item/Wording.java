package io.millrace.generator.rule.item;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ways of writing the same steps down; a rule answers sample k of a seed in the k-th. */
public enum Wording {
    LINES {
        @Override
        public String arrange(List<String> steps) {
            return String.join("\n", steps);
        }
    },
    NUMBERED {
        @Override
        public String arrange(List<String> steps) {
            return IntStream.range(0, steps.size())
                    .mapToObj(step -> step + 1 + ". " + steps.get(step))
                    .collect(Collectors.joining("\n"));
        }
    },
    PARAGRAPH {
        @Override
        public String arrange(List<String> steps) {
            return String.join(". ", steps) + ".";
        }
    },
    LIST {
        @Override
        public String arrange(List<String> steps) {
            return "- " + String.join("\n- ", steps);
        }
    };

    public static final List<Wording> ALL = List.of(values());

    public abstract String arrange(List<String> steps);
}
