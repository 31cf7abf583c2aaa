package io.millrace.evaluator.dataset;

import io.millrace.schemas.Evaluated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Writes one dataset's records in one format, a file for each split, into a directory of its own. */
public record DatasetExport(String dataset, ExportFormat format) {

    /**
     * Takes what the format needs of the records, kept or not, and leaves those of other datasets out.
     *
     * @param directory new or empty; it appears complete or not at all
     */
    public List<DataFile> write(Iterator<Evaluated> records, Path directory) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        Path home = target.resolveSibling("");
        try (Staging staging = Staging.in(home);
                var files = new SplitFiles(staging.content(), format)) {
            Staging.sweep(home);
            while (records.hasNext()) {
                Evaluated evaluated = records.next();
                if (evaluated
                        .getVerified()
                        .getCandidate()
                        .getSeed()
                        .getDataset()
                        .equals(dataset)) {
                    files.write(evaluated);
                }
            }
            List<DataFile> written = files.finish();
            staging.publishAs(target.getFileName().toString());
            return written;
        }
    }
}
