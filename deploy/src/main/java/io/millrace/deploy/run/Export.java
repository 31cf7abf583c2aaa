package io.millrace.deploy.run;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Shelf;
import io.millrace.evaluator.dataset.DataFile;
import io.millrace.evaluator.dataset.DatasetExport;
import io.millrace.evaluator.dataset.DatasetName;
import io.millrace.evaluator.dataset.ExportFormat;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/** Writes datasets as they are on topic {@code evaluated} now. */
public final class Export {

    private final Connection connection;

    public Export(Connection connection) {
        this.connection = connection;
    }

    /**
     * Writes everything that was kept for a dataset.
     *
     * @throws OperatorException if the name is none, or the directory cannot be written
     */
    public List<DataFile> write(String dataset, ExportFormat format, Path directory) {
        connection.ensure(List.of(Topic.EVALUATED));
        try (var shelf = new Shelf<>(connection, Topic.EVALUATED)) {
            return new DatasetExport(new DatasetName(dataset).value(), format).write(values(shelf), directory);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new OperatorException("Cannot write to %s: %s.".formatted(directory, e.getMessage()), e);
        }
    }

    private static Iterator<Evaluated> values(Iterator<Shelf.Entry<Evaluated>> entries) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED), false)
                .map(Shelf.Entry::value)
                .iterator();
    }
}
