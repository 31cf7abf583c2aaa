package io.millrace.deploy.material;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.intake.SeedLines;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.intake.UnfitException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a row of every text in a directory: a chat that has the text as its document. */
final class DocumentRows {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_FILES = 200_000;
    private static final int MAX_BYTES = 200 * 1024;

    /** The generator takes no more. */
    private static final int MAX_CHARACTERS = 100_000;

    private static final int MAX_TITLE = 200;
    private static final Pattern NOT_CITABLE = Pattern.compile("[^\\p{L}\\p{N}_.-]+");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}[ \\t]+(\\S[^\\n]*)", Pattern.MULTILINE);

    private DocumentRows() {}

    static void read(Path directory, RowForm form, Submission submission, RowTaker taker) {
        var seeds = new SeedLines(submission);
        int number = 0;
        for (Path file : files(directory)) {
            number++;
            try {
                ObjectNode columns = columns(directory.relativize(file).toString(), text(file));
                taker.row(seeds.seed(number, form.ofJson(number, columns)));
            } catch (UnfitException e) {
                taker.bad(file, 1, e.reason());
            }
        }
    }

    /** In the order of their names, so that the same directory gives the same rows again. */
    private static List<Path> files(Path directory) {
        try (Stream<Path> found = Files.walk(directory, MAX_DEPTH)) {
            List<Path> files = found.filter(DocumentRows::isDocument)
                    .limit(MAX_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.size() > MAX_FILES) {
                throw new OperatorException("%s holds more than %,d documents.".formatted(directory, MAX_FILES));
            }
            return files;
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s.".formatted(directory, e.getMessage()), e);
        }
    }

    private static boolean isDocument(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".md") || name.endsWith(".txt")) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String text(Path file) throws UnfitException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UnfitException("longer than %d bytes".formatted(MAX_BYTES));
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.isEmpty() || text.length() > MAX_CHARACTERS) {
                throw new UnfitException("a document has 1 to %d characters".formatted(MAX_CHARACTERS));
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new UnfitException("not UTF-8");
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static ObjectNode columns(String path, String text) {
        String id = NOT_CITABLE.matcher(path).replaceAll("-");
        Matcher heading = HEADING.matcher(text);
        String title = heading.find() ? heading.group(1).strip() : path;
        ObjectNode columns = JsonNodeFactory.instance.objectNode();
        columns.put("id", id).put("kind", "chat").put("prompt", title);
        columns.putObject("reference")
                .putArray("documents")
                .addObject()
                .put("id", id)
                .put("title", title.substring(0, Math.min(title.length(), MAX_TITLE)))
                .put("text", text);
        return columns;
    }
}
