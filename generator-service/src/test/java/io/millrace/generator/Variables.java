package io.millrace.generator;

import io.micronaut.context.env.MapPropertySource;
import java.util.Map;

/** Environment variables of a test's own. */
final class Variables extends MapPropertySource {

    Variables(Map<String, String> variables) {
        super("variables", variables);
    }

    @Override
    public PropertyConvention getConvention() {
        return PropertyConvention.ENVIRONMENT_VARIABLE;
    }
}
