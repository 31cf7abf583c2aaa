package io.millrace.verifier.code;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the process of a program said, or seems to have said: nothing in it is to be believed. */
final class Said {

    private static final int MAX_TEXT = 600;

    private final ByteBuffer frames;

    /** One thing said. */
    record Frame(char tag, ByteBuffer body) {

        /** Its beginning, as text. */
        String text() {
            return StandardCharsets.UTF_8
                    .decode(body.slice(body.position(), Math.min(body.remaining(), MAX_TEXT)))
                    .toString();
        }

        /** A line of it, or nothing. */
        String line(int number) {
            String[] lines = text().split("\n", 4);
            return number < lines.length ? lines[number] : "";
        }
    }

    Said(ByteBuffer frames) {
        this.frames = frames;
    }

    /** The next whole frame; what is no frame ends all that was said. */
    Optional<Frame> next() {
        try {
            int size = frames.getInt();
            char tag = (char) frames.get();
            ByteBuffer body = frames.slice(frames.position(), size - 1);
            frames.position(frames.position() + size - 1);
            return Optional.of(new Frame(tag, body));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException noFrame) {
            frames.position(frames.limit());
            return Optional.empty();
        }
    }
}
