package io.millrace.deploy.intake;

import io.millrace.evaluator.dedup.Words;
import io.millrace.schemas.BenchmarkItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the items of a benchmark, one JSON object a line; an item without an id is called by its line. */
public final class BenchmarkLines {

    private static final String ID = "id";

    private final List<String> names;
    private final Map<String, Integer> lines = new HashMap<>();

    private BenchmarkLines(List<String> names) {
        this.names = names;
    }

    /**
     * Reads a file.
     *
     * @param names of the fields that hold texts, or lists of texts; the first one what is asked. One within an object has a dot.
     */
    public static Intake<BenchmarkItem> read(Path file, List<String> names) {
        return JsonLines.read(file, new BenchmarkLines(names)::item);
    }

    private BenchmarkItem item(int line, Fields fields) throws UnfitException {
        String id = fields.optionalName(ID).orElse("line-" + line);
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(text(fields, name));
        }
        if (Words.ofCopied(texts.getFirst()).length == 0) {
            throw new UnfitException("field '%s' has no words".formatted(names.getFirst()));
        }
        Integer before = lines.putIfAbsent(id, line);
        if (before != null) {
            throw new UnfitException("line %d has the same id".formatted(before));
        }
        return new BenchmarkItem(id, texts);
    }

    private static String text(Fields fields, String name) throws UnfitException {
        int dot = name.indexOf('.');
        if (dot > 0) {
            return text(fields.object(name.substring(0, dot)), name.substring(dot + 1));
        }
        return fields.holdsList(name) ? String.join("\n", fields.textList(name)) : fields.text(name);
    }
}
