package io.millrace.verifier.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The fenced blocks of a text.
 *
 * @param blocks the blocks that are closed, in order
 * @param open whether a block is opened that never ends
 * @param prose every line outside of a block
 */
public record Fences(List<Block> blocks, boolean open, String prose) {

    /** Changes whenever the same text could be read otherwise. */
    public static final String VERSION = "1";

    private static final int MIN_MARKS = 3;

    public Fences {
        blocks = List.copyOf(blocks);
    }

    /**
     * One fenced block.
     *
     * @param label the first word behind the opening fence in small letters, or nothing
     * @param text the lines between the fences
     */
    public record Block(String label, String text) {}

    public static Fences of(String text) {
        var reader = new Reader();
        text.lines().forEach(reader::line);
        return new Fences(reader.blocks, reader.fence != null, reader.prose.toString());
    }

    /** Goes over the lines once. */
    private static final class Reader {

        private final List<Block> blocks = new ArrayList<>();
        private final StringBuilder prose = new StringBuilder();
        private final StringBuilder inside = new StringBuilder();
        private String label = "";
        private @Nullable String fence;

        private void line(String line) {
            String trimmed = line.strip();
            String marks = marks(trimmed);
            if (fence == null) {
                outside(line, trimmed, marks);
            } else if (trimmed.equals(marks) && marks.startsWith(fence)) {
                blocks.add(new Block(label, inside.toString()));
                fence = null;
            } else {
                inside.append(line).append('\n');
            }
        }

        private void outside(String line, String trimmed, String marks) {
            String rest = trimmed.substring(marks.length()).strip();
            if (marks.isEmpty() || rest.indexOf('`') >= 0) {
                prose.append(line).append('\n');
                return;
            }
            fence = marks;
            label = rest.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
            inside.setLength(0);
        }

        /** The fence that the line begins with, or nothing. */
        private static String marks(String trimmed) {
            if (!trimmed.startsWith("```") && !trimmed.startsWith("~~~")) {
                return "";
            }
            int end = MIN_MARKS;
            while (end < trimmed.length() && trimmed.charAt(end) == trimmed.charAt(0)) {
                end++;
            }
            return trimmed.substring(0, end);
        }
    }
}
