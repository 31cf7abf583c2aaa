package io.millrace.deploy.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Multiplies whatever it is asked to by 7. */
public final class Multiplications implements Script {

    public static final int INPUT_TOKENS = 10;
    public static final int OUTPUT_TOKENS = 20;

    private static final Pattern PRODUCT = Pattern.compile("What is (\\d+) \\* 7\\?");

    @Override
    public Optional<Reply> reply(JsonNode request) {
        Matcher product =
                PRODUCT.matcher(request.path("messages").path(0).path("content").asText());
        return product.find() ? Optional.of(product(Integer.parseInt(product.group(1)))) : Optional.empty();
    }

    private static Reply product(int factor) {
        String text = "%d * 7 = %d\nAnswer: %d".formatted(factor, factor * 7, factor * 7);
        return new Reply(text, "stop", INPUT_TOKENS, OUTPUT_TOKENS);
    }
}
