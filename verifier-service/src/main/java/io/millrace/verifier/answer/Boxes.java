package io.millrace.verifier.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One pass over a text that finds its LaTeX boxes. */
final class Boxes {

    private static final List<String> COMMANDS = List.of("\\boxed", "\\fbox");
    private static final int PLAIN_BRACE = -1;

    private final String text;
    private final List<Box> closed = new ArrayList<>();
    /** Where the content of each open brace begins, or that it opens no box. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private record Box(int start, int end) {}

    private Boxes(String text) {
        this.text = text;
    }

    /**
     * The different contents of the outermost balanced boxes. A text whose only box is never closed gives an empty one: what was
     * cut off is not to be taken for a shorter answer.
     */
    static List<String> contents(String text) {
        var boxes = new Boxes(text);
        boxes.scan();
        if (boxes.closed.isEmpty()) {
            return boxes.open.stream().anyMatch(start -> start != PLAIN_BRACE) ? List.of("") : List.of();
        }
        Set<String> contents = new LinkedHashSet<>();
        boxes.closed.forEach(
                box -> contents.add(text.substring(box.start, box.end).strip()));
        return List.copyOf(contents);
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '\\' -> afterCommand(at);
                case '{' -> opened(at + 1, PLAIN_BRACE);
                case '}' -> closed(at);
                default -> at + 1;
            };
        }
    }

    private int afterCommand(int at) {
        for (String command : COMMANDS) {
            if (text.startsWith(command, at)) {
                int brace = at + command.length();
                while (brace < text.length() && text.charAt(brace) == ' ') {
                    brace++;
                }
                return text.startsWith("{", brace) ? opened(brace + 1, brace + 1) : brace;
            }
        }
        return at + 2;
    }

    private int opened(int next, int content) {
        open.push(content);
        return next;
    }

    private int closed(int at) {
        Integer start = open.poll();
        if (start != null && start != PLAIN_BRACE) {
            while (!closed.isEmpty() && closed.getLast().start > start) {
                closed.removeLast();
            }
            closed.add(new Box(start, at));
        }
        return at + 1;
    }
}
