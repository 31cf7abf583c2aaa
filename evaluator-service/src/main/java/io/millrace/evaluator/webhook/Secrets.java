package io.millrace.evaluator.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an endpoint shares with the evaluator; while one secret takes the place of another, both sign. Prints as nothing. */
public final class Secrets {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<Webhook> signers;

    private Secrets(List<Webhook> signers) {
        this.signers = signers;
    }

    /**
     * Reads secrets that are apart by white space, each written as {@code whsec_} and Base64.
     *
     * @throws IllegalArgumentException if there is none, or one is none, which is not quoted
     */
    public static Secrets of(String text) {
        List<Webhook> signers =
                SPACE.splitAsStream(text.strip()).map(Secrets::signer).toList();
        return new Secrets(signers);
    }

    /**
     * The secrets from where they are said to be.
     *
     * @param variable the environment variable that holds them, which goes before the file
     * @throws IllegalArgumentException if there are none
     */
    public static Secrets find(@Nullable String variable, @Nullable Path file) {
        @Nullable String text = variable == null ? null : System.getenv(variable);
        if (text != null) {
            return of(text);
        }
        if (variable != null || file == null) {
            throw new IllegalArgumentException("there is no secret in the environment, nor a file of secrets");
        }
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("the secrets in %s cannot be read".formatted(file), e);
        }
    }

    /** The value of the header {@code webhook-signature}. */
    String sign(String id, Instant at, String body) {
        return signers.stream().map(signer -> sign(signer, id, at, body)).collect(Collectors.joining(" "));
    }

    private static String sign(Webhook signer, String id, Instant at, String body) {
        try {
            return signer.sign(id, at.getEpochSecond(), body);
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }

    private static Webhook signer(String secret) {
        byte[] key = key(secret);
        if (!secret.startsWith(PREFIX) || key.length < MIN_BYTES || key.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a secret is '%s' and %d to %d bytes in Base64".formatted(PREFIX, MIN_BYTES, MAX_BYTES));
        }
        return new Webhook(key);
    }

    private static byte[] key(String secret) {
        try {
            return Base64.getDecoder().decode(secret.substring(Math.min(secret.length(), PREFIX.length())));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
