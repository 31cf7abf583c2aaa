package io.millrace.deploy.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Directories;
import io.millrace.deploy.process.Jvm;
import io.millrace.schemas.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * The generator, run by itself for a few seeds.
 *
 * @param settings read if the file is there
 */
public record Generator(Home home, Path settings) {

    private static final String PROGRAM = "io.millrace.generator.PreviewProgram";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the strategies make of the seeds, an object for each.
     *
     * @throws OperatorException if the generator does not get to its end
     */
    public List<JsonNode> preview(List<Seed> seeds) {
        try {
            Path directory = Files.createTempDirectory("millrace-preview-");
            try {
                Path in = directory.resolve("seeds.avro");
                Path out = directory.resolve("preview.jsonl");
                write(seeds, in);
                run(directory, List.of(in.toString(), out.toString()));
                return read(out);
            } finally {
                Directories.delete(directory);
            }
        } catch (IOException e) {
            throw new OperatorException("The preview failed: %s.".formatted(e.getMessage()), e);
        }
    }

    private static void write(List<Seed> seeds, Path file) throws IOException {
        try (var writer = new DataFileWriter<>(new SpecificDatumWriter<>(Seed.class))) {
            writer.create(Seed.getClassSchema(), file.toFile());
            for (Seed seed : seeds) {
                writer.append(seed);
            }
        }
    }

    private static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> shown = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            shown.add(JSON.readTree(line));
        }
        return shown;
    }

    private void run(Path directory, List<String> arguments) {
        List<String> options = new ArrayList<>(JvmOptions.QUICK_START);
        options.add("-Djava.io.tmpdir=" + directory);
        if (Files.exists(settings)) {
            options.add("-Dmicronaut.config.files=" + settings.toAbsolutePath());
        }
        var unused = new Jvm(home.classPath(Service.GENERATOR.module()), options, PROGRAM, arguments)
                .program("preview", directory)
                .output();
    }
}
