package io.millrace.verifier.code.jvm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Where the process of a program says, in frames, what became of it. */
final class Answers {

    static final char STARTED = 'L';
    static final char READY = 'N';
    static final char BROKEN = 'E';
    static final char RESULT = 'R';
    static final char RAISED = 'X';
    static final char NOT_PLAIN = 'U';
    static final char TOO_LARGE = 'O';
    static final char OUT_OF_MEMORY = 'M';

    private static final int MAX_LINE = 300;

    private final OutputStream target;

    Answers(OutputStream target) {
        this.target = target;
    }

    void say(char tag, String body) throws IOException {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + 1 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        target.write(frame.putInt(1 + text.length).put((byte) tag).put(text).array());
    }

    /** Says what was thrown while the program was loaded, or run as a command. */
    void sayBroken(Throwable thrown) throws IOException {
        if (thrown instanceof OutOfMemoryError) {
            say(OUT_OF_MEMORY, "");
        } else {
            say(BROKEN, "run\n".concat(described(thrown)));
        }
    }

    /** The class of what was thrown, an empty line, and its message. */
    static String described(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        String message;
        try {
            message = String.valueOf(thrown.getMessage());
        } catch (Throwable foreign) {
            message = "";
        }
        return line(name).concat("\n\n").concat(line(message));
    }

    private static String line(String text) {
        String start = text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE);
        return start.replace('\n', ' ').replace('\r', ' ');
    }
}
