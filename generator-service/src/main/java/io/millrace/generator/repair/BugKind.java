package io.millrace.generator.repair;

import java.util.List;
import java.util.stream.Stream;

/** A mistake that programmers make. */
enum BugKind {
    OFF_BY_ONE("an off-by-one error: a bound, an index or a length that is wrong by one"),
    WRONG_OPERATOR("a wrong operator: one comparison, arithmetic or logical operator taken for another"),
    MISSED_EDGE_CASE(
            "a missed edge case: the treatment of an empty, smallest, repeated, negative or otherwise special input is left out"),
    WRONG_INITIAL_VALUE("a wrong initial value: a variable begins with a value that is right for most inputs only"),
    SWAPPED_ARGUMENTS("swapped arguments: two arguments of a call, or two operands, stand in the wrong order"),
    MUTABLE_DEFAULT("a mutable default: a default argument that keeps what earlier calls have put into it");

    private final String description;

    BugKind(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /** The kinds that a language allows for. */
    static List<BugKind> in(ProgramLanguage language) {
        return Stream.of(values())
                .filter(kind -> kind != MUTABLE_DEFAULT || language == ProgramLanguage.PYTHON)
                .toList();
    }
}
