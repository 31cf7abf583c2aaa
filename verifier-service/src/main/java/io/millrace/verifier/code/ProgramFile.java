package io.millrace.verifier.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A resource file of programs, each under a heading that begins with "=== ". */
final class ProgramFile {

    private static final String HEADING = "=== ";

    private ProgramFile() {}

    /** The programs by their headings, in the order of the file. */
    static Map<String, String> sections(String name) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : text(name).split("(?m)^" + HEADING, -1)) {
            int end = section.indexOf('\n');
            if (end > 0) {
                sections.put(section.substring(0, end), section.substring(end + 1));
            }
        }
        return sections;
    }

    private static String text(String name) {
        try (InputStream file = ProgramFile.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
