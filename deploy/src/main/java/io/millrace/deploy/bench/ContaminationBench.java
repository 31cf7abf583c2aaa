package io.millrace.deploy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.factory.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How well leaks of a benchmark are found, how fast, and in how much memory; measured in a JVM of its own. */
public final class ContaminationBench {

    private final Home home;

    public ContaminationBench(Home home) {
        this.home = home;
    }

    /**
     * What was measured.
     *
     * @param clean texts that are no copies of an item
     * @param documentsPerCpuSecond such texts held against the items in a second of processor time
     * @param bytesPerItem on the heap, but for the items' names
     */
    public record Figures(
            int items,
            int shortItems,
            int clean,
            double wordsPerDocument,
            double documentsPerCpuSecond,
            double bytesPerItem,
            List<Row> rows) {

        public Figures {
            rows = List.copyOf(rows);
        }
    }

    /**
     * How much of one kind of text is flagged.
     *
     * @param percentByRule of the texts, by rule
     */
    public record Row(String kind, int texts, Map<String, Double> percentByRule) {}

    /**
     * Measures.
     *
     * @param items files of items, one JSON object a line
     * @param field of an item that holds its text
     * @param clean files of texts that are no copies; made-up ones where there are none
     * @param cleanField of such a line that holds its text
     */
    public Figures run(List<Path> items, String field, List<Path> clean, String cleanField) {
        List<String> arguments = new ArrayList<>(List.of(field, cleanField, Integer.toString(items.size())));
        items.forEach(file -> arguments.add(file.toAbsolutePath().toString()));
        clean.forEach(file -> arguments.add(file.toAbsolutePath().toString()));
        String output =
                new MeasuringProgram(home).run(ContaminationProgram.class.getName(), arguments.toArray(String[]::new));
        try {
            return new ObjectMapper().readValue(output.substring(output.lastIndexOf("{\"items\"")), Figures.class);
        } catch (JsonProcessingException | StringIndexOutOfBoundsException e) {
            throw new OperatorException("The measuring program printed no measurements: " + output, e);
        }
    }
}
