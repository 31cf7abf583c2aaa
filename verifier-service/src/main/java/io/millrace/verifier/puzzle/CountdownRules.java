package io.millrace.verifier.puzzle;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.schemas.Extraction;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Verdict;
import java.util.Optional;

/** Whether the final answer is an expression that uses each given number exactly once and is exactly the target; any will do. */
public final class CountdownRules extends FamilyRules<CountdownGiven> {

    public CountdownRules() {
        super("countdown", 1);
    }

    @Override
    public String name() {
        return "countdown-rules";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    Optional<CountdownGiven> given(JsonNode json) {
        return CountdownGiven.from(json);
    }

    @Override
    Verdict judge(CountdownGiven given, Extraction extraction) {
        return switch (Arithmetic.evaluate(extraction.getAnswer())) {
            case Arithmetic.Malformed malformed -> new Verdict.Unparseable(Evidence.of(malformed.why(), extraction));
            case Arithmetic.Undefined undefined -> wrong("it divides by zero", extraction);
            case Arithmetic.Value value -> judge(given, value, extraction);
        };
    }

    private static Verdict judge(CountdownGiven given, Arithmetic.Value value, Extraction extraction) {
        if (!given.usesExactly(value.operands())) {
            return wrong("it does not use exactly the given numbers", extraction);
        }
        return value.value().equals(given.target())
                ? new Verdict.Pass(Evidence.of("reaches " + given.target(), extraction))
                : wrong("expected " + given.target() + ", got " + value.value(), extraction);
    }
}
