package io.millrace.generator.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as models and people write it. */
public final class StrictJson {

    private StrictJson() {}

    /** A mapper that takes one document, nested no deeper than this, and nothing behind it. */
    public static JsonMapper.Builder nested(int maxDepth) {
        StreamReadConstraints bounds =
                StreamReadConstraints.builder().maxNestingDepth(maxDepth).build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(bounds).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}
