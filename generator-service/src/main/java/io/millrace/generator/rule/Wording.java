package io.millrace.generator.rule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ways of writing the same steps down; a rule answers sample k of a seed in the k-th. */
enum Wording {
    LINES {
        @Override
        String arrange(List<String> steps) {
            return String.join("\n", steps);
        }
    },
    NUMBERED {
        @Override
        String arrange(List<String> steps) {
            return IntStream.range(0, steps.size())
                    .mapToObj(step -> step + 1 + ". " + steps.get(step))
                    .collect(Collectors.joining("\n"));
        }
    },
    PARAGRAPH {
        @Override
        String arrange(List<String> steps) {
            return String.join(". ", steps) + ".";
        }
    },
    LIST {
        @Override
        String arrange(List<String> steps) {
            return "- " + String.join("\n- ", steps);
        }
    };

    static final List<Wording> ALL = List.of(values());

    abstract String arrange(List<String> steps);
}
