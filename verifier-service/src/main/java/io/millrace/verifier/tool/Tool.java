package io.millrace.verifier.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.verifier.schema.DeclaredSchema;
import java.util.List;

/** A tool as its task declares it. */
record Tool(
        String name,
        DeclaredSchema parameters,
        List<Condition> preconditions,
        List<Effect> effects,
        Template returns,
        JsonNode refusal) {

    Tool {
        preconditions = List.copyOf(preconditions);
        effects = List.copyOf(effects);
    }

    /** Changes the world and says what the call returns. */
    JsonNode call(JsonNode arguments, World world) throws RefusedCallException {
        for (Condition condition : preconditions) {
            if (!condition.with(arguments).holds(world, world, List.of())) {
                throw new RefusedCallException("a precondition does not hold");
            }
        }
        for (Effect effect : effects) {
            effect.apply(arguments, world);
        }
        return returns.with(arguments, world);
    }
}
