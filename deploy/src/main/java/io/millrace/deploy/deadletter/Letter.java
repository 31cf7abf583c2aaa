package io.millrace.deploy.deadletter;

import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.stage.Letters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A dead letter as an operator sees it; the original bytes are in Base64, because anything can be in them. */
public record Letter(
        String address,
        String from,
        String key,
        String service,
        String errorClass,
        String message,
        int attempt,
        boolean replayable,
        @Nullable Integer sampleIndex,
        String failedAt,
        String value) {

    static Letter of(LetterAddress address, DeadLetter letter) {
        return new Letter(
                address.toString(),
                "%s/%d/%d".formatted(letter.getTopic(), letter.getPartition(), letter.getOffset()),
                new String(Letters.bytes(letter.getKey()), StandardCharsets.UTF_8),
                letter.getService(),
                letter.getErrorClass(),
                letter.getMessage(),
                letter.getAttempt(),
                letter.getReplayable(),
                letter.getSampleIndex(),
                letter.getFailedAt().toString(),
                Base64.getEncoder().encodeToString(Letters.bytes(letter.getValue())));
    }
}
