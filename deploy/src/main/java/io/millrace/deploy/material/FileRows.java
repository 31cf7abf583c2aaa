package io.millrace.deploy.material;

import io.millrace.deploy.intake.JsonLines;
import io.millrace.deploy.intake.SeedLines;
import io.millrace.deploy.intake.Submission;
import java.nio.file.Path;

/** Reads rows from files. */
final class FileRows {

    private FileRows() {}

    static void read(Path file, RowForm form, Submission submission, RowTaker taker) {
        var seeds = new SeedLines(submission);
        switch (FileFormat.of(file)) {
            case JSON_LINES ->
                JsonLines.each(
                        file,
                        (line, object) -> taker.row(seeds.seed(line, form.ofJson(line, object))),
                        bad -> taker.bad(file, bad.line(), bad.reason()));
            case PARQUET ->
                ParquetFile.each(
                        file,
                        (row, object) -> taker.row(seeds.seed(row, form.ofJson(row, object))),
                        bad -> taker.bad(file, bad.line(), bad.reason()));
            case CSV ->
                CsvFile.each(
                        file,
                        (line, columns) -> taker.row(seeds.seed(line, form.ofTexts(line, columns))),
                        bad -> taker.bad(file, bad.line(), bad.reason()));
        }
    }
}
