package io.millrace.schemas.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret that an endpoint asks for. Prints as nothing. */
public final class ApiKey {

    private final String secret;

    private ApiKey(String secret) {
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("The API key must be one line of printable ASCII without spaces");
        }
        this.secret = secret;
    }

    public static ApiKey of(String secret) {
        return new ApiKey(secret.strip());
    }

    /**
     * Reads the key from a file.
     *
     * @throws IllegalArgumentException if the file cannot be read or holds no key
     */
    public static ApiKey read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read the API key in " + file, e);
        }
    }

    /**
     * The key from wherever it is said to be; nothing where nothing is said.
     *
     * @param variable the environment variable that holds it, which goes before the file
     * @throws IllegalArgumentException if there is no key where it should be
     */
    public static Optional<ApiKey> find(@Nullable String variable, @Nullable Path file) {
        if (variable == null) {
            return Optional.ofNullable(file).map(ApiKey::read);
        }
        String key = System.getenv(variable);
        if (key == null) {
            throw new IllegalArgumentException("The environment variable %s is not set".formatted(variable));
        }
        return Optional.of(of(key));
    }

    String authorization() {
        return "Bearer " + secret;
    }

    @Override
    public String toString() {
        return "ApiKey";
    }
}
