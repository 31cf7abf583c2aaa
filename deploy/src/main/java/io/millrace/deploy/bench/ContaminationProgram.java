package io.millrace.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Measures in a JVM of its own, which compiles as a service's does, and prints JSON. */
final class ContaminationProgram {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MADE_UP = 5_000;

    private ContaminationProgram() {}

    /** Takes the field of items, that of clean texts, how many files of items there are, these, and files of clean texts. */
    public static void main(String[] arguments) throws IOException {
        int files = Integer.parseInt(arguments[2]);
        List<String> items = texts(Arrays.copyOfRange(arguments, 3, 3 + files), arguments[0]);
        List<String> clean = texts(Arrays.copyOfRange(arguments, 3 + files, arguments.length), arguments[1]);
        var made = new MadeUpTexts(new Random(1));
        if (items.isEmpty()) {
            items = made.some(MADE_UP);
        }
        if (clean.isEmpty()) {
            clean = made.some(MADE_UP);
        }
        System.out.println(JSON.writeValueAsString(new Leaks(items, clean).measure()));
    }

    private static List<String> texts(String[] files, String field) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of(file))) {
                String text = JSON.readTree(line).path(field).asText();
                if (!text.isBlank()) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
