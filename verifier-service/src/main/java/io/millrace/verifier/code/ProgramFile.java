package io.millrace.verifier.code;

import io.millrace.schemas.Resource;
import java.util.LinkedHashMap;
import java.util.Map;

/** A resource file of programs, each under a heading that begins with "=== ". */
final class ProgramFile {

    private static final String HEADING = "=== ";

    private ProgramFile() {}

    /** The programs by their headings, in the order of the file. */
    static Map<String, String> sections(String name) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : Resource.text(ProgramFile.class, name).split("(?m)^" + HEADING, -1)) {
            int end = section.indexOf('\n');
            if (end > 0) {
                sections.put(section.substring(0, end), section.substring(end + 1));
            }
        }
        return sections;
    }
}
