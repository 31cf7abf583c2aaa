package io.millrace.schemas.stage;

import io.millrace.schemas.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret that callers of a service's HTTP interface show as {@code Authorization: Bearer …}. Never prints itself. */
final class AccessToken {

    private static final String SCHEME = "Bearer ";
    private static final int MIN_LENGTH = 16;

    private final byte[] digest;

    private AccessToken(byte[] digest) {
        this.digest = digest;
    }

    /**
     * Reads the token from a file; no file means no token.
     *
     * @throws IllegalArgumentException if the file cannot be read or its token is shorter than {@value #MIN_LENGTH} characters
     */
    static Optional<AccessToken> read(Optional<Path> file) {
        return file.map(AccessToken::read);
    }

    /** Whether an {@code Authorization} header carries this token; takes the same time whatever the header says. */
    boolean matches(@Nullable String authorization) {
        String shown = authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length())
                : "";
        return MessageDigest.isEqual(digest, sha256(shown));
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }

    private static AccessToken read(Path file) {
        String token;
        try {
            token = Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read the access token in " + file, e);
        }
        if (token.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "The access token in %s is shorter than %d characters".formatted(file, MIN_LENGTH));
        }
        return new AccessToken(sha256(token));
    }

    private static byte[] sha256(String text) {
        return Hash.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
