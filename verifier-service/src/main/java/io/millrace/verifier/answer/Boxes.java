package io.millrace.verifier.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One pass over a text that finds its LaTeX boxes. */
final class Boxes {

    private static final List<String> COMMANDS = List.of("\\boxed", "\\fbox");
    private static final int PLAIN_BRACE = -1;
    private static final int MAX_BETWEEN = 40;
    /** What only shapes the layout between two boxes. */
    private static final Pattern LAYOUT = Pattern.compile("\\\\text\\{|\\\\q?quad|\\\\[()\\[\\],; ]|[${}]");

    private final String text;
    private final List<Box> closed = new ArrayList<>();
    /** Where the content of each open brace begins, or that it opens no box. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private record Box(int start, int end) {}

    private Boxes(String text) {
        this.text = text;
    }

    /**
     * The different contents of the outermost balanced boxes, where boxes that stand side by side are one. A text whose only box is
     * never closed gives an empty one: what was cut off is not to be taken for a shorter answer.
     */
    static List<String> contents(String text) {
        var boxes = new Boxes(text);
        boxes.scan();
        if (boxes.closed.isEmpty()) {
            return boxes.open.stream().anyMatch(start -> start != PLAIN_BRACE) ? List.of("") : List.of();
        }
        return boxes.groups();
    }

    /** Where the last balanced box ends, or -1. */
    static int lastEnd(String text) {
        var boxes = new Boxes(text);
        boxes.scan();
        return boxes.closed.isEmpty() ? -1 : boxes.closed.getLast().end;
    }

    private List<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        List<String> group = new ArrayList<>();
        for (int at = 0; at < closed.size(); at++) {
            Box box = closed.get(at);
            String content = text.substring(box.start, box.end).strip() + percent(box.end + 1);
            if (!group.contains(content)) {
                group.add(content);
            }
            if (at + 1 == closed.size() || !joins(text.substring(box.end + 1, commandOf(closed.get(at + 1))))) {
                groups.add(String.join(", ", group));
                group.clear();
            }
        }
        return List.copyOf(groups);
    }

    private int commandOf(Box box) {
        return text.lastIndexOf('\\', box.start);
    }

    /** Whether what stands between two boxes makes one answer of them. */
    private static boolean joins(String between) {
        String words = LAYOUT.matcher(between).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return words.length() <= MAX_BETWEEN
                && words.indexOf('\n') < 0
                && (words.isEmpty()
                        || words.equals("or")
                        || words.startsWith(",")
                        || (" " + words + " ").contains(" and "));
    }

    /** A percent sign right behind a box belongs to its content. */
    private String percent(int from) {
        String next = text.substring(from, Math.min(text.length(), from + 20))
                .replace("$", " ")
                .stripLeading();
        return next.startsWith("\\%") || next.startsWith("%") || next.startsWith("percent") ? "\\%" : "";
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
        boolean escaped = COMMANDS.stream().anyMatch(command -> text.startsWith(command, at + 1));
        return escaped ? at + 1 : at + 2;
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
