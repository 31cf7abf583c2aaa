package io.millrace.evaluator.dataset;

import io.millrace.evaluator.group.Pair;
import io.millrace.schemas.Evaluated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Writes one dataset's records in one format, a file for each split, into a directory of its own. */
public record DatasetExport(String dataset, ExportFormat format, Choice choice) {

    /** @throws IllegalArgumentException if pairs are asked for of the best alone */
    public DatasetExport {
        if (choice.bestOnly() && format == ExportFormat.DPO) {
            throw new IllegalArgumentException("There are no pairs of the best alone");
        }
    }

    /**
     * Takes what the format needs of the records, kept or not, and leaves those of other datasets out.
     *
     * @param records the same each time; they are gone through twice where answers are compared
     * @param directory new or empty; it appears complete or not at all
     */
    public List<DataFile> write(Supplier<Stream<Evaluated>> records, Path directory) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        Path home = target.resolveSibling("");
        FirstLook look = look(records);
        List<Pair> made = look.pairs(choice.comparison());
        List<Pair> pairs = choice.balance().keep(made);
        Set<String> beaten = choice.bestOnly() ? look.beaten() : Set.of();
        try (Staging staging = Staging.in(home);
                var files = new SplitFiles(staging.content(), format, new OpenPairs(pairs));
                Stream<Evaluated> own = own(records)) {
            Staging.sweep(home);
            for (Iterator<Evaluated> each = own.iterator(); each.hasNext(); ) {
                Evaluated evaluated = each.next();
                if (!beaten.contains(evaluated.getVerified().getCandidate().getId())) {
                    files.write(evaluated);
                }
            }
            List<DataFile> written = files.finish();
            if (format == ExportFormat.DPO) {
                staging.put(
                        PairFacts.FILE_NAME, PairFacts.of(choice, made, pairs).toJson());
            }
            staging.publishAs(target.getFileName().toString());
            return written;
        }
    }

    /** Nothing is looked at where each record is written by itself. */
    private FirstLook look(Supplier<Stream<Evaluated>> records) {
        var look = new FirstLook();
        if (choice.bestOnly() || format == ExportFormat.DPO) {
            try (Stream<Evaluated> own = own(records)) {
                own.forEach(look::add);
            }
        }
        return look;
    }

    private Stream<Evaluated> own(Supplier<Stream<Evaluated>> records) {
        return records.get()
                .filter(each ->
                        each.getVerified().getCandidate().getSeed().getDataset().equals(dataset));
    }
}
